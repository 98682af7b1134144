import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, IDENTITY_SECRET, openPeopleDesk, type PeopleDesk } from './people-desk.ts';

let knowledge: Knowledge;
let desk: PeopleDesk;
let agent: AtConsole;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  agent = await desk.agent('小周');
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

/** Somebody who signed in to the site around, opening a conversation. */
async function signedIn(user: string) {
  const person = await desk.visitor();
  const signature = createHmac('sha256', IDENTITY_SECRET).update(user).digest('hex');
  expect((await person.call('POST', '/context', { user, signature })).status).toBe(200);
  return person;
}

const historyOf = async (talk: string) => (await agent.call('GET', `/talks/${talk}/history`)).body.talks;

it('shows the earlier conversations of one person, newest first, masked', async () => {
  await agent.available();
  const first = await signedIn('u-1');
  await first.say('人脸核验一直过不去');
  await first.say('转人工');
  await agent.call('POST', `/talks/${first.talk}/messages`, { id: 'a1', text: '请更新 **APP**，我的电话 13800138000' });
  await agent.call('POST', `/talks/${first.talk}/close`, { code: 'advised' });
  await desk.wait(60_000);
  const second = await signedIn('u-1');
  await second.say('授权书在哪里下载');
  await desk.wait(60_000);
  const now = await signedIn('u-1');
  await signedIn('u-2');

  const [newer, older, ...rest] = await historyOf(now.talk);
  expect(rest).toEqual([]);
  expect(newer).toMatchObject({ talk: second.talk, channel: 'web', state: 'bot', reason: null, code: null });
  expect(older).toMatchObject({
    talk: first.talk,
    state: 'resolved',
    reason: 'user_asked',
    code: 'advised',
    entry: { number: 8, title: expect.stringContaining('人脸') },
  });
  expect(older.lines).toHaveLength(3);
  expect(JSON.stringify(older.lines)).toContain('请更新 APP，我的电话 138****8000');
});

it('tells nothing of people who are not known, nor to editors', async () => {
  const [one, other] = [await desk.visitor(), await desk.visitor()];
  expect(await historyOf(one.talk)).toEqual([]);
  expect(await historyOf(other.talk)).toEqual([]);
  expect((await agent.call('GET', '/talks/nobody/history')).status).toBe(404);
  const editor = await desk.agent('小编', 'editor');
  expect((await editor.call('GET', `/talks/${one.talk}/history`)).status).toBe(403);
});

it('forgets a person who erases a conversation', async () => {
  const first = await signedIn('u-1');
  const now = await signedIn('u-1');
  expect(await historyOf(now.talk)).toHaveLength(1);
  await first.call('DELETE', '');
  expect(await historyOf(now.talk)).toEqual([]);
});

it('lets an agent put the card right: noted in the conversation, logged, and told to its person', async () => {
  const person = await desk.visitor();
  await person.say('我的手机是安卓 4.4，扫码进不去');
  const path = `/talks/${person.talk}/case`;
  const { status, body } = await agent.call('PATCH', path, { platform: '苹果', osVersion: '17.2' });
  expect(status).toBe(200);
  const shownAs = (card: readonly { key: string; value: string }[], key: string) =>
    card.find((field) => field.key === key)?.value;
  expect(shownAs(body.card, 'platform')).toBe('苹果');
  expect(shownAs((await person.call('GET', '/case')).body.card, 'osVersion')).toBe('17.2');

  const { notes } = (await agent.call('GET', `/talks/${person.talk}`)).body;
  expect(notes.at(-1)).toMatchObject({
    kind: 'event',
    author: agent.id,
    body: { what: 'corrected', keys: ['platform', 'osVersion'], labels: ['手机系统', '系统版本'] },
  });
  const [logged] = await desk.store.audit.entries({ limit: 1 });
  expect(logged).toMatchObject({
    who: agent.id,
    what: 'card-corrected',
    talk: person.talk,
    detail: { keys: 'platform osVersion' },
  });
});

it('refuses what is not on the card, or is not understood, and changes nothing', async () => {
  const person = await desk.visitor();
  await person.say('我的手机是安卓 12');
  const path = `/talks/${person.talk}/case`;
  expect((await agent.call('PATCH', path, { idNumber: '1' })).body.error.message).toContain('没有能改的');
  expect((await agent.call('PATCH', path, { platform: '诺基亚' })).body.error.message).toContain('没看懂');
  expect((await agent.call('PATCH', path, {})).status).toBe(400);
  expect((await agent.call('PATCH', '/talks/nobody/case', { platform: '安卓' })).status).toBe(404);
  expect((await agent.call('GET', `/talks/${person.talk}`)).body.notes).toEqual([]);
});
