import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { CORP, type KfDesk, openKfDesk } from './kf-desk.ts';

const LONG = 60_000;

let knowledge: Knowledge;
let kf: KfDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
afterEach(async () => {
  await kf.close();
  expect(kf.ctl.violations).toEqual([]);
});

const text = (from: string, said: string) => ({ from, is: 'text', text: said }) as const;
const owner = async (): Promise<string | null> => (await kf.talk('wmUser')).case.owner;
/** What the customer saw of us after so many messages, with how it went out. */
const seenSince = (before: number): readonly string[] =>
  kf.ctl
    .sent('wmUser')
    .slice(before)
    .map(({ via, text: words }) => `${via}: ${words}`);

/** The customer has asked for a person, and waits in the pool of WeCom. */
async function waitingInPool(): Promise<void> {
  await kf.ask('wmUser', '我是安卓4.4，扫码进不去');
  await kf.ctl.say(text('wmUser', '转人工')).rings;
  await expect.poll(() => kf.ctl.state('wmUser').state, { timeout: 20_000 }).toBe(2);
  await expect.poll(owner, { timeout: 20_000 }).toBe('wecom');
  await kf.calm();
}

/** Another program of theirs moves the session, which WeCom tells nobody. */
async function transBySomebody(service_state: number, servicer_userid?: string): Promise<void> {
  const { apiBase, corpId: corpid, secret: corpsecret } = kf.config;
  const asked = await fetch(`${apiBase}/cgi-bin/gettoken?${new URLSearchParams({ corpid, corpsecret })}`);
  const { access_token } = (await asked.json()) as { access_token: string };
  const about = { open_kfid: CORP.openKfId, external_userid: 'wmUser', service_state, servicer_userid };
  const url = `${apiBase}/cgi-bin/kf/service_state/trans?${new URLSearchParams({ access_token })}`;
  const moved = await fetch(url, { method: 'POST', body: JSON.stringify(about) });
  expect(await moved.json()).toMatchObject({ errcode: 0 });
}

/** Zhang has taken it. */
async function withZhang(): Promise<void> {
  await waitingInPool();
  const before = kf.ctl.sent('wmUser').length;
  await kf.ctl.agent.accept('wmUser', 'zhang').rings;
  await kf.seen('wmUser', before + 1);
  await kf.calm();
}

describe('servicers in WeCom', { timeout: LONG }, () => {
  beforeEach(async () => {
    kf = await openKfDesk(knowledge, { desk: 'platform' });
  });

  it('get whoever wants a person: what is known goes first, then WeCom has the session', async () => {
    await waitingInPool();
    const seen = seenSince(1);
    expect(seen.at(-1)).toBe('event: 正在排队，前面的情况不用再讲一遍。');
    expect(seen.slice(0, -1).join('\n')).toContain('安卓');
    expect(seen.slice(0, -1).every((line) => line.startsWith('api: '))).toBe(true);
    await kf.ctl.agent.accept('wmUser', 'zhang').rings;
    await kf.seen('wmUser', kf.ctl.sent('wmUser').length + 1);
    expect(seenSince(0).at(-1)).toBe('event: 客服已接入，请直接说。');
    expect(kf.desk.faults).toEqual([]);
  });

  it('mute the assistant, and nothing of ours is sent while they have the session', async () => {
    await withZhang();
    const before = kf.ctl.sent('wmUser').length;
    await kf.ctl.say(text('wmUser', '提示非法参数怎么办')).rings;
    await kf.calm();
    expect(seenSince(before)).toEqual([]);
    const { id } = await kf.talk('wmUser');
    expect((await kf.desk.store.notes(id)).at(-1)).toMatchObject({ kind: 'draft' });
    expect(await kf.desk.store.deliveries('9999', 10)).toEqual([]);
    expect(kf.desk.faults).toEqual([]);
  });

  it('are seen in our record, and what they wrote is not sent again', async () => {
    await withZhang();
    const before = kf.ctl.sent('wmUser').length;
    await kf.ctl.agent.reply('wmUser', '请换一台手机，再打 13900000000', 'doubled').rings;
    await expect
      .poll(async () => (await kf.lines('wmUser')).at(-1))
      .toBe('企业微信客服: 请换一台手机，再打 139****0000');
    await kf.pass(1_000);
    await kf.calm();
    expect(seenSince(before)).toEqual(['agent: 请换一台手机，再打 13900000000']);
    expect((await kf.lines('wmUser')).filter((line) => line.includes('换一台手机'))).toHaveLength(1);
    expect((await kf.talk('wmUser')).case.state).toBe('waiting_user');
  });

  it('give the talk back when they end the session, and are judged', async () => {
    await withZhang();
    const before = kf.ctl.sent('wmUser').length;
    await kf.ctl.agent.end('wmUser').rings;
    const [menu] = (await kf.seen('wmUser', before + 1)).slice(before);
    expect(menu).toMatchObject({ via: 'event', type: 'msgmenu' });
    expect(menu?.text).toContain('满意');
    expect((await kf.talk('wmUser')).case).toMatchObject({ state: 'bot', owner: null });

    const [thanks] = await kf.ask('wmUser', '一般', 1, 'score-3');
    expect(thanks?.text).toBe('收到，谢谢您的评价。');
    const { id } = await kf.talk('wmUser');
    const rated = await kf.desk.store.db.selectFrom('ratings').selectAll().where('talk', '=', id).execute();
    expect(rated).toMatchObject([{ score: 3 }]);
    const [answer] = await kf.ask('wmUser', '人脸核验不通过');
    expect(answer).toMatchObject({ via: 'api' });
    expect(kf.desk.faults).toEqual([]);
  });

  it('that write again after the end take it once more', async () => {
    await withZhang();
    await kf.ctl.agent.end('wmUser').rings;
    await expect.poll(owner).toBe(null);
    await kf.ctl.agent.reply('wmUser', '还有一点要补充').rings;
    await expect.poll(owner).toBe('wecom');
    const before = kf.ctl.sent('wmUser').length;
    await kf.ctl.say(text('wmUser', '好的')).rings;
    await kf.calm();
    expect(seenSince(before)).toEqual([]);
  });

  it('are not asked for consent to pictures that they see themselves', async () => {
    await withZhang();
    const before = kf.ctl.sent('wmUser').length;
    await kf.ctl.say({ from: 'wmUser', is: 'image', bytes: Buffer.from('jpeg') }).rings;
    await kf.calm();
    expect(seenSince(before)).toEqual([]);
    expect(kf.ctl.log.filter(({ path }) => path.endsWith('media/get'))).toEqual([]);
  });

  it('whose end nobody told us of do not mute the assistant for ever', async () => {
    await withZhang();
    await transBySomebody(4);
    const [answer] = await kf.ask('wmUser', '人脸核验不通过');
    expect(answer).toMatchObject({ via: 'api', text: expect.stringContaining('人脸') });
    expect(await owner()).toBe(null);
  });

  it('cannot be reached: whoever wants a person waits at our own desk', async () => {
    kf.ctl.refuse('service_state/trans', 95014);
    await kf.ctl.say(text('wmUser', '转人工')).rings;
    await expect
      .poll(
        async () => (await kf.desk.store.byTalk({ channel: 'wecom', room: CORP.openKfId, user: 'wmUser' }))?.case.state,
        {
          timeout: 20_000,
        },
      )
      .toBe('queued');
    const [told] = await kf.desk.store.notes((await kf.talk('wmUser')).id);
    expect(told?.body.text).toContain('没能转给企业微信的接待人员：接待人员没有开通');
    expect(kf.desk.faults).toHaveLength(1);
  });
});

describe('our own agents', { timeout: LONG }, () => {
  beforeEach(async () => {
    kf = await openKfDesk(knowledge, { desk: 'own' });
  });

  it('answer through the API, and the session stays with it', async () => {
    const agent = await kf.desk.agent('小周');
    await agent.available();
    await kf.ask('wmUser', '转人工');
    await kf.calm();
    const { id } = await kf.talk('wmUser');
    expect(await agent.call('POST', `/talks/${id}/claim`)).toMatchObject({ status: 200 });
    await agent.call('POST', `/talks/${id}/messages`, { id: 'a1', text: '您好，请换一台手机再扫。' });
    await kf.calm();
    expect(kf.ctl.sent('wmUser').at(-1)?.text).toContain('请换一台手机再扫');
    expect(kf.ctl.state('wmUser').state).toBe(0);
    expect(kf.ctl.log.filter(({ path }) => path.endsWith('trans'))).toEqual([]);
    expect(kf.desk.faults).toEqual([]);
  });

  it('are told where a servicer in WeCom has taken the session meanwhile: the assistant falls silent', async () => {
    await kf.ask('wmUser', '您好');
    await kf.calm();
    await transBySomebody(3, 'li');
    await kf.ctl.say(text('wmUser', '扫码进不去')).rings;
    await expect.poll(owner, { timeout: 20_000 }).toBe('wecom');
    await kf.pass(1_000);
    await kf.calm();
    expect(kf.ctl.sent('wmUser')).toHaveLength(1);
  });
});
