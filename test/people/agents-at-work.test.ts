import { describe, expect, it } from 'vitest';
import { peopleStage } from './people-stage.ts';

const stage = peopleStage();

describe('an agent', () => {
  it('says a thing once, however often it is sent', async () => {
    const agent = await stage.desk.agent('小周');
    const user = await stage.desk.visitor();
    await user.say('扫码进不去');
    const message = { id: 'a1', text: '请换一台手机再扫。' };
    const path = `/talks/${user.talk}/messages`;
    const [first, second] = await Promise.all([agent.call('POST', path, message), agent.call('POST', path, message)]);
    expect([first?.status, second?.status]).toEqual([200, 200]);
    const third = await agent.call('POST', path, message);
    expect(third.body.messages).toEqual(first?.body.messages);
    expect((await user.lines()).filter((line) => line.includes('请换一台手机再扫'))).toHaveLength(1);
    expect(await agent.call('POST', path, { ...message, text: '别的' })).toMatchObject({ status: 409 });
  });

  it('cannot speak where another has the talk', async () => {
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    const user = await stage.desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    const said = await two.call('POST', `/talks/${user.talk}/messages`, { id: 'b1', text: '您好' });
    expect(said).toMatchObject({ status: 409, body: { owner: one.id } });
  });

  it('hands over to a colleague, for whom it rings', async () => {
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    await two.available();
    const user = await stage.desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    const moved = await one.call('POST', `/talks/${user.talk}/transfer`, { to: two.id });
    expect(moved).toMatchObject({ status: 200, body: { state: 'ringing', owner: null } });
    expect((await two.call('GET', '/queue')).body.talks).toMatchObject([
      { talk: user.talk, ringingFor: two.id, front: true },
    ]);
    expect(await one.call('POST', `/talks/${user.talk}/transfer`, { to: 'nobody' })).toMatchObject({ status: 400 });
  });

  it('gives it back to the assistant, which does not offer a person at once', async () => {
    const agent = await stage.desk.agent('小周');
    const user = await stage.desk.visitor();
    await user.say('扫码进不去');
    await agent.call('POST', `/talks/${user.talk}/claim`);
    await agent.call('POST', `/talks/${user.talk}/return`, { summary: '已教会更新 APP，证号 110101199003070011' });
    const answer = await user.say('提示非法参数怎么办');
    expect(answer.body.outcome).toMatchObject({ kind: 'answer', entry: 2, handoff: 'none' });
    const { body } = await agent.call('GET', `/talks/${user.talk}`);
    const summary = body.notes.find((note: { body: { what?: string } }) => note.body.what === 'return').body.summary;
    expect(summary).toMatch(/^已教会更新 APP，证号 110101\*+0011$/);
  });

  it('closes with a code; who comes back within 72 hours rings at the same agent first', async () => {
    const [one, two] = [await stage.desk.agent('小周'), await stage.desk.agent('小吴')];
    const user = await stage.desk.visitor();
    await two.call('POST', `/talks/${user.talk}/claim`);
    expect(await two.call('POST', `/talks/${user.talk}/close`, { code: 'solved' })).toMatchObject({
      status: 200,
      body: { state: 'resolved', owner: null },
    });
    await user.call('POST', '/rating', { score: 5, text: '很清楚' });
    await one.available();
    await two.available();
    await user.say('转人工');
    await stage.desk.round();
    expect((await one.call('GET', '/queue')).body.talks).toMatchObject([{ ringingFor: two.id }]);
  });

  it('comes back at a time that was agreed', async () => {
    const agent = await stage.desk.agent('小周');
    await agent.available();
    const user = await stage.desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/claim`);
    const due = '2026-03-02T15:00:00.000Z';
    expect(await agent.call('POST', `/talks/${user.talk}/follow-up`, { due })).toMatchObject({
      body: { state: 'follow_up' },
    });
    await stage.desk.wait(9 * 3_600_000);
    await agent.call('GET', '/queue');
    await stage.desk.wait(1);
    const { body } = await agent.call('GET', '/queue');
    expect(body.talks).toMatchObject([{ talk: user.talk, front: true, ringingFor: agent.id }]);
  });

  it('who is disabled leaves nobody waiting', async () => {
    const [one, boss] = [await stage.desk.agent('小周'), await stage.desk.agent('老陈', 'supervisor')];
    const user = await stage.desk.visitor();
    await one.call('POST', `/talks/${user.talk}/claim`);
    expect(await boss.call('PATCH', `/agents/${one.id}`, { disabled: true })).toMatchObject({ status: 200 });
    expect((await boss.call('GET', '/queue')).body.talks).toMatchObject([{ talk: user.talk, front: true }]);
    expect(await one.call('GET', '/queue')).toMatchObject({ status: 401 });
  });

  it('blocks a visitor who abuses the desk', async () => {
    const agent = await stage.desk.agent('小周');
    const user = await stage.desk.visitor();
    await agent.call('POST', `/talks/${user.talk}/block`, { blocked: true });
    expect((await user.say('在吗')).body).toMatchObject({ outcome: { kind: 'refuse' }, messages: [{ by: 'system' }] });
    await agent.call('POST', `/talks/${user.talk}/block`, { blocked: false });
    expect((await user.say('提示非法参数怎么办')).body.outcome.kind).toBe('answer');
  });

  it('has replies at hand: the team’s own, and one for each entry', async () => {
    const [agent, boss] = [await stage.desk.agent('小周'), await stage.desk.agent('老陈', 'supervisor')];
    const canned = [{ key: 'hi', text: '您好，我来帮您看。' }];
    expect(await agent.call('PUT', '/canned', { canned })).toMatchObject({ status: 403 });
    expect(await boss.call('PUT', '/canned', { canned })).toMatchObject({ status: 200 });
    const { body } = await agent.call('GET', '/replies');
    expect(body.replies[0]).toEqual({ ...canned[0], entry: null });
    expect(body.replies).toHaveLength(13);
  });
});
