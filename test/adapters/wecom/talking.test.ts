import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { type KfDesk, openKfDesk } from './kf-desk.ts';

const LONG = 60_000;
const HOUR = 3_600_000;

let knowledge: Knowledge;
let kf: KfDesk;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  kf = await openKfDesk(knowledge, { publicUrl: 'https://beian.example.com' });
});
/** What WeCom is to refuse in a test. */
let refused: readonly string[] = [];
afterEach(async () => {
  await kf.close();
  expect(kf.ctl.violations).toEqual(refused);
  refused = [];
});

/** The buttons of a menu as it was sent. */
function buttons(body: Readonly<Record<string, unknown>> | undefined): readonly { id: string; content: string }[] {
  const { list } = (body?.msgmenu ?? { list: [] }) as { list: { click: { id: string; content: string } }[] };
  return list.map(({ click }) => click);
}

describe('somebody who writes', { timeout: LONG }, () => {
  it('gets buttons, and a button says what stands on it', async () => {
    const [answer] = await kf.ask('wmUser', '扫码进不去上传页面');
    expect(answer).toMatchObject({ via: 'api', type: 'msgmenu' });
    const [android] = buttons(answer?.body);
    expect(android).toEqual({ id: '安卓', content: '安卓' });
    await kf.ask('wmUser', '安卓', 1, android?.id);
    await kf.calm();
    expect(await kf.lines('wmUser')).toContain('user: 安卓');
    expect((await kf.talk('wmUser')).facts).toMatchObject({ platform: 'android' });
    expect(kf.desk.faults).toEqual([]);
  });

  it('gets a long answer in texts of at most 2048 bytes, none of them cut within a character', async () => {
    const sent = await kf.ask('wmUser', '上传资料有什么要求', 2);
    expect(sent.length).toBeGreaterThan(1);
    for (const { text = '', type } of sent) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(type === 'text' ? 2048 : 1024 + 10 * 128);
      expect(text).not.toContain('\uFFFD');
    }
  });

  it('is recognised by the same digest as in WeChat, which is asked for once', async () => {
    kf.ctl.customer('wmUser', { unionid: 'oUnion', nickname: '张三' });
    await kf.ask('wmUser', '您好');
    await kf.ask('wmUser', '谢谢');
    await kf.calm();
    expect(kf.ctl.log.filter(({ path }) => path.endsWith('batchget'))).toHaveLength(1);
    const stored = await kf.desk.store.db.selectFrom('talks').select('identity').executeTakeFirstOrThrow();
    expect(stored.identity).toMatch(/^[\w-]{43}$/);
    const everything = JSON.stringify([
      await kf.desk.store.db.selectFrom('vendor_memory').selectAll().execute(),
      await kf.desk.store.db.selectFrom('talks').selectAll().execute(),
    ]);
    expect(everything).not.toContain('oUnion');
    expect(everything).not.toContain('张三');
  });

  it('is answered all the same where WeCom does not tell who they are', async () => {
    kf.ctl.refuse('customer/batchget', 48002);
    await kf.ask('wmUser', '您好');
    expect(kf.desk.faults).toHaveLength(1);
  });
});

describe('what cannot be read', { timeout: LONG }, () => {
  it.each([
    [{ is: 'voice', bytes: Buffer.from('amr') }, '语音'],
    [{ is: 'video', bytes: Buffer.from('mp4') }, '视频'],
    [{ is: 'file', bytes: Buffer.from('doc'), name: '资料.doc' }, '文件'],
    [{ is: 'location', latitude: 39.9, longitude: 116.4, name: '北京', address: '' }, '位置'],
    [{ is: 'link', title: '备案', desc: '', url: 'https://example.com' }, '链接'],
    [{ is: 'miniprogram', title: '备案', appid: 'wx1', pagepath: 'a' }, '小程序'],
    [{ is: 'business_card', userid: 'zhang' }, '名片'],
  ] as const)('%o: they are told what to send instead', async (what, words) => {
    await kf.ctl.say({ from: 'wmUser', ...what }).rings;
    const [told] = await kf.seen('wmUser', 1);
    expect(told?.text).toContain(words);
  });

  it('a message that was taken back is not answered as if it stood', async () => {
    await kf.ask('wmUser', '您好');
    await kf.ctl.recall('wmUser', 'whichever').rings;
    const [, told] = await kf.seen('wmUser', 2);
    expect(told?.text).toContain('撤回');
  });
});

describe('a picture', { timeout: LONG }, () => {
  it('is looked at once its person agreed, without their sending it again', async () => {
    const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8899aa' } })
      .jpeg()
      .toBuffer();
    await kf.ctl.say({ from: 'wmUser', is: 'image', bytes }).rings;
    const [asked] = await kf.seen('wmUser', 1);
    expect(buttons(asked?.body).map(({ content }) => content)).toContain('同意');
    await kf.ask('wmUser', '同意', 1, '同意');
    await kf.calm();
    expect((await kf.talk('wmUser')).facts).toHaveProperty('consent');
    const told = kf.ctl.sent('wmUser').at(-1)?.text ?? '';
    expect(told).not.toContain('再发一次');
    expect(kf.desk.faults).toEqual([]);
  });
});

describe('somebody who opens the conversation', { timeout: LONG }, () => {
  it('is welcomed once, with topics as buttons', async () => {
    await kf.ctl.enter('wmNew').rings;
    const [welcome] = await kf.seen('wmNew', 1);
    expect(welcome).toMatchObject({ via: 'event', type: 'msgmenu' });
    expect(buttons(welcome?.body)).toHaveLength(6);
    await kf.ctl.enter('wmNew', {}, 'doubled').rings;
    await kf.calm();
    expect(kf.ctl.sent('wmNew')).toHaveLength(1);
    const [topic] = buttons(welcome?.body);
    await kf.ask('wmNew', topic?.content ?? '', 1, topic?.id);
    expect((await kf.lines('wmNew'))[0]).toMatch(/^system: 您好，我是备案助手/);
    expect(kf.desk.faults).toEqual([]);
  });

  it('is left alone where we hear of it too late', async () => {
    await kf.ctl.enter('wmNew', {}, { late: 21_000 });
    await kf.pass(22_000);
    await kf.calm();
    expect(kf.ctl.sent('wmNew')).toEqual([]);
    expect(kf.ctl.log.filter(({ path }) => path.includes('on_event'))).toEqual([]);
  });
});

describe('five messages', { timeout: LONG }, () => {
  /** An agent has the talk, and says something. */
  async function saying() {
    const agent = await kf.desk.agent('小周');
    await agent.available();
    await kf.ask('wmUser', '转人工');
    await kf.calm();
    const { id } = await kf.talk('wmUser');
    await agent.call('POST', `/talks/${id}/claim`);
    await kf.calm();
    let count = 0;
    const say = async (text: string): Promise<void> => {
      await agent.call('POST', `/talks/${id}/messages`, { id: `a${++count}`, text });
      await kf.calm();
    };
    return { agent, id, say };
  }

  it('are all that an agent may send; the last one says how it goes on, and the rest follows once the person writes', async () => {
    const { id, say } = await saying();
    let count = 0;
    while (kf.ctl.quotaLeft('wmUser') > 0) await say(`第 ${++count} 句`);
    const last = kf.ctl.sent('wmUser').at(-1)?.text ?? '';
    expect(last).toContain(`第 ${count} 句`);
    expect(last).toContain('回复任意内容');
    expect(last).toContain('https://beian.example.com/#phone=');
    await say('还有一句');
    await say('再来一句');
    expect(kf.ctl.sent('wmUser').at(-1)?.text).toBe(last);
    const notes = (await kf.desk.store.notes(id)).map(({ body }) => body.what);
    expect(notes).toContain('waits-for-user');

    const [rest] = await kf.ask('wmUser', '好的，请说');
    expect(rest?.text).toBe('客服 01：还有一句\n\n客服 01：再来一句');
  });

  it('are counted by WeCom: what it refuses waits as well', async () => {
    const { say, id } = await saying();
    kf.ctl.refuse('kf/send_msg', 95001);
    await say('没有发出');
    expect(await kf.desk.store.windows.windowOf(id)).toMatchObject({ left: 0 });
    const [sent] = await kf.ask('wmUser', '在吗');
    expect(sent?.text).toBe('客服 01：没有发出');
  });

  it('are over after 48 hours', async () => {
    const { id } = await saying();
    const window = await kf.desk.store.windows.windowOf(id);
    expect(window?.until).toBe(new Date(kf.clock.now() + 48 * HOUR).toISOString());
    await kf.desk.store.windows.openWindow(id, { until: new Date(kf.clock.now()).toISOString(), left: 3 });
    const calls = kf.ctl.log.length;
    const agent = await kf.desk.agent('小李', 'supervisor');
    await agent.call('POST', `/talks/${id}/take-over`, {});
    await agent.call('POST', `/talks/${id}/messages`, { id: 'b1', text: '昨天的答复' });
    await kf.calm();
    expect(kf.ctl.log).toHaveLength(calls);
    const [more] = await kf.ask('wmUser', '我回来了');
    expect(more?.text).toContain('昨天的答复');
  });

  it('that WeCom took and did not deliver are told to the agent, with the reason', async () => {
    const { say, id } = await saying();
    kf.ctl.failNext('wmUser', 10);
    await say('会被拒收');
    await kf.clock.advance(0);
    await expect
      .poll(async () => (await kf.desk.store.notes(id)).map(({ body }) => body).at(-1), { timeout: 10_000 })
      .toMatchObject({ what: 'not-delivered', fault: '微信没有送达：对方拒收了客服消息。' });
    const { seq } = (await kf.desk.store.notes(id)).at(-1)?.body ?? {};
    const [line] = await kf.desk.store.lines(id, Number(seq) - 1, 1);
    expect(line?.text).toBe('会被拒收');
  });
});

describe('a message of which nobody knows whether it arrived', { timeout: LONG }, () => {
  it.each(['reset', 'badJson'] as const)('(%s) is sent again under the same id, and arrives once', async (kind) => {
    refused = ['POST /cgi-bin/kf/send_msg: 40058'];
    kf.ctl.fault({ match: '/cgi-bin/kf/send_msg', kind });
    await kf.ctl.say({ from: 'wmUser', is: 'text', text: '扫码进不去上传页面' }).rings;
    await kf.seen('wmUser', 1);
    await kf.ctl.say({ from: 'wmUser', is: 'text', text: '安卓' }).rings;
    await expect.poll(async () => (await kf.lines('wmUser')).includes('user: 安卓'), { timeout: 10_000 }).toBe(true);
    await kf.pass(3_000);
    await kf.calm();
    const ids = kf.ctl.sent('wmUser').map(({ msgid }) => msgid);
    expect(new Set(ids).size).toBe(ids.length);
    expect(kf.ctl.sent('wmUser').length).toBeGreaterThan(1);
    const { id } = await kf.talk('wmUser');
    expect((await kf.desk.store.sendings(id)).every(({ settled }) => settled === 'sent')).toBe(true);
    const texts = kf.ctl.sent('wmUser').map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
