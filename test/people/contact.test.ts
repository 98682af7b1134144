import { expect, it } from 'vitest';
import { peopleStage } from './people-stage.ts';

const stage = peopleStage();
const NUMBER = '13500001111';

const textsOf = (body: { messages: readonly { text: string }[] }) => body.messages.map(({ text }) => text).join('\n');
const stateOf = async (talk: string) => (await stage.desk.store.byId(talk))?.case.state;

const WISHES = [
  ['转人工 电话13500001111', NUMBER],
  ['我要找人工,我电话13500001111', NUMBER],
  ['13500001111 麻烦人工联系我', NUMBER],
  ['人工给我回个电话，13500001111', NUMBER],
  ['转人工,邮箱 a@b.cn', 'a@b.cn'],
  ['微信号 abc_123，转人工', 'abc_123'],
] as const;

it.each(WISHES)('%s with nobody on duty is a 留言 with that contact', async (said, contact) => {
  const user = await stage.desk.visitor();
  const { body } = await user.say(said);
  expect(body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
  expect(textsOf(body)).toMatch(/人工|客服/);
  const [ticket] = await stage.desk.store.ticketsOf(user.talk);
  expect(await stateOf(user.talk)).toBe('ticket');
  expect(ticket?.text).not.toContain(contact);
  expect(ticket?.contact).not.toContain(contact);
  const agent = await stage.desk.agent('小周');
  const item = `contact:${ticket?.id}`;
  const { body: told } = await agent.call('POST', `/talks/${user.talk}/reveal`, { item, reason: '回电话' });
  expect(told.value).toBe(contact);
});

it.each(WISHES)('%s with an agent on duty waits in the queue, with that contact remembered', async (said, contact) => {
  const agent = await stage.desk.agent('小周');
  await agent.available(1);
  const user = await stage.desk.visitor();
  const { body } = await user.say(said, 'm-1');
  expect(body.outcome).toMatchObject({ kind: 'handoff', handoff: 'queued' });
  expect((await user.say(said, 'm-1')).body).toEqual(body);
  expect(await stateOf(user.talk)).toMatch(/^(queued|ringing)$/);
  const kept = await stage.desk.store.ticketsOf(user.talk);
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(contact);
  const item = `contact:${kept[0]?.id}`;
  const { body: told } = await agent.call('POST', `/talks/${user.talk}/reveal`, { item, reason: '回电话' });
  expect(told.value).toBe(contact);
});

it.each(['人工客服电话多少', '13500001111 收不到人工审核的短信'])('%s is no wish for a person', async (said) => {
  const user = await stage.desk.visitor();
  expect((await user.say(said)).body.outcome.kind).not.toBe('handoff');
});

it('转人工 alone with nobody on duty lists no 留言, and neither does giving it up', async () => {
  const user = await stage.desk.visitor();
  expect((await user.say('转人工')).body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
  expect(await stateOf(user.talk)).toBe('bot');
  const agent = await stage.desk.agent('小周');
  expect((await agent.call('GET', '/talks?tickets')).body.talks).toEqual([]);
  expect((await user.say('不留了')).body.outcome.kind).toBe('declined');
  expect((await agent.call('GET', '/talks?tickets')).body.talks).toEqual([]);
});

it('a 留言 is listed once its text is there, with the reason the person was wanted for', async () => {
  const user = await stage.desk.visitor();
  await user.say('我要投诉，转人工');
  await user.say('我们公司的资料一直审不过，想让客服看一下');
  const agent = await stage.desk.agent('小周');
  const { body } = await agent.call('GET', '/talks?tickets');
  expect(body.talks).toMatchObject([{ talk: user.talk, state: 'ticket', reason: 'complaint' }]);
});

it('leaving the queue for a 留言 lists none until something is left', async () => {
  const agent = await stage.desk.agent('小周');
  await agent.available(1);
  const user = await stage.desk.visitor();
  await user.say('转人工');
  expect((await user.say('留言')).body.outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
  expect((await agent.call('GET', '/talks?tickets')).body.talks).toEqual([]);
  await user.say('13500001111');
  expect((await agent.call('GET', '/talks?tickets')).body.talks).toMatchObject([{ talk: user.talk }]);
});

it('what is left with the form of the page is listed, and takes nobody out of the queue', async () => {
  const left = { text: '请回电', contact: NUMBER };
  const user = await stage.desk.visitor();
  await user.call('POST', '/ticket', left);
  expect(await stateOf(user.talk)).toBe('ticket');
  const agent = await stage.desk.agent('小周');
  await agent.available(1);
  const waiting = await stage.desk.visitor();
  await waiting.say('转人工');
  await waiting.call('POST', '/ticket', left);
  expect(await stateOf(waiting.talk)).toMatch(/^(queued|ringing)$/);
});
