import { expect, it } from 'vitest';
import { peopleStage } from './people-stage.ts';

const stage = peopleStage();
const SAID = '我不想活了，转人工';

const textsOf = (body: { messages: readonly { text: string }[] }) => body.messages.map(({ text }) => text).join('\n');

it('despair and a wish for a person: with nobody on duty the numbers come first, then the 留言', async () => {
  const user = await stage.desk.visitor();
  const { body } = await user.say(SAID);
  expect(body.messages[0].text).toContain('12356');
  expect(body.messages[0].text).toMatch(/110 或 120/);
  expect(body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
});

it('despair alone calls the agent who is on duty, before all who wait', async () => {
  const agent = await stage.desk.agent('小周');
  await agent.available(0);
  const first = await stage.desk.visitor();
  await first.say('转人工');
  const user = await stage.desk.visitor();
  await agent.available(1);
  const { body } = await user.say('备案弄不好，我真的不想活了');
  expect(textsOf(body)).toContain('12356');
  expect(body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
  const { body: queue } = await agent.call('GET', '/queue');
  expect(queue.talks[0].id ?? queue.talks[0].talk).toBe(user.talk);
});

it('despair while a 留言 is being taken is met, and the 留言 can still be left', async () => {
  const user = await stage.desk.visitor();
  await user.say('转人工');
  const { body } = await user.say('我不想活了');
  expect(textsOf(body)).toContain('12356');
  expect(textsOf(body)).not.toContain('联系方式');
  expect((await user.say('13800138000')).body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
});

it('despair with a contact while a 留言 is being taken leaves the 留言, too', async () => {
  const user = await stage.desk.visitor();
  await user.say('转人工');
  const { body } = await user.say('13800138000，我不想活了');
  expect(body.messages[0].text).toContain('12356');
  expect(textsOf(body)).toContain('L-TEST-');
});

it('despair in the queue is answered and goes to its front, in place of silence', async () => {
  const agent = await stage.desk.agent('小周');
  await agent.available(1);
  const first = await stage.desk.visitor();
  await first.say('转人工');
  const user = await stage.desk.visitor();
  await user.say('转人工');
  const { body } = await user.say('我不想活了');
  expect(textsOf(body)).toContain('12356');
  expect(body.messages[0].by).toBe('system');
  const { body: queue } = await agent.call('GET', '/queue');
  expect(queue.talks[0].id ?? queue.talks[0].talk).toBe(user.talk);
});

it('despair with an agent is answered by the desk, and marked on the case card for agents alone', async () => {
  const agent = await stage.desk.agent('小周');
  await agent.available(1);
  const user = await stage.desk.visitor();
  await user.say('转人工');
  await agent.call('POST', `/talks/${user.talk}/claim`);
  const { body } = await user.say('不想活了', 'm-despair');
  expect(textsOf(body)).toContain('12356');
  expect(body.messages[0].by).toBe('system');
  expect((await user.say('不想活了', 'm-despair')).body).toEqual(body);
  const { body: seen } = await agent.call('GET', `/talks/${user.talk}`);
  expect(JSON.stringify(seen)).toContain('说过不想活');
  const { body: own } = await user.call('GET', '/case');
  expect(JSON.stringify(own)).not.toContain('说过不想活');
});

it.each(['烦死了，转人工', '急死我了', '手机卡死了'])('%s is no despair', async (text) => {
  const user = await stage.desk.visitor();
  expect(textsOf((await user.say(text)).body)).not.toContain('12356');
});
