import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sqliteStore } from '../../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../../src/adapters/vault/seal.ts';
import { heldBy } from '../../../src/adapters/wecom/message-id.ts';
import type { Knowledge } from '../../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../../trained.ts';
import { type KfDesk, openKfDesk } from './kf-desk.ts';

const LONG = 60_000;

let knowledge: Knowledge;
let kf: KfDesk | undefined;
let folder: string | undefined;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
afterEach(async () => {
  await kf?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  folder = undefined;
  expect(kf?.ctl.violations).toEqual([]);
});

const text = (from: string, said: string) => ({ from, is: 'text', text: said }) as const;
/** What of a talk its person said, in order. */
const said = async (desk: KfDesk, from: string): Promise<readonly string[]> =>
  (await desk.lines(from)).filter((line) => line.startsWith('user: ')).map((line) => line.slice(6));
/** The lines that a customer saw, by their numbers. */
const shown = (desk: KfDesk, from: string): readonly number[] =>
  desk.ctl.sent(from).flatMap(({ msgid }) => {
    const held = heldBy(msgid);
    return held ? [held.first] : [];
  });

/** A desk whose store outlives it. */
async function lasting(): Promise<KfDesk> {
  folder = await mkdtemp(join(tmpdir(), 'beian-wecom-'));
  const file = join(folder, 'beian.sqlite');
  return openKfDesk(knowledge, { openStore: () => sqliteStore(file), seal: vaultSeal(randomBytes(32)) });
}

describe('a doorbell', () => {
  it('that rings twice, or is rung again by somebody else, has everything answered once', {
    timeout: LONG,
  }, async () => {
    kf = await openKfDesk(knowledge);
    for (const words of ['您好', '扫码进不去上传页面', '谢谢']) {
      const rings = await kf.ctl.say(text('wmUser', words), 'doubled').rings;
      expect(rings.map(({ answered }) => answered)).toEqual([true, true]);
    }
    await kf.ctl.replay();
    await kf.calm();
    expect(await said(kf, 'wmUser')).toEqual(['您好', '扫码进不去上传页面', '谢谢']);
    expect(new Set(kf.ctl.sent('wmUser').map(({ msgid }) => msgid)).size).toBe(kf.ctl.sent('wmUser').length);
    expect(kf.desk.faults).toEqual([]);
  });

  it('that rings once for many messages of many people has all of them answered', { timeout: LONG }, async () => {
    kf = await openKfDesk(knowledge, { rules: { pageSize: 7 } });
    const people = Array.from({ length: 20 }, (_, at) => `wm${at}`);
    for (const from of people) kf.ctl.say(text(from, '扫码进不去上传页面'), 'held');
    await kf.ctl.ring();
    for (const from of people) await kf.seen(from, 1);
    await kf.calm();
    for (const from of people) expect(await said(kf, from)).toEqual(['扫码进不去上传页面']);
  });

  it('that is lost is made good within a minute, once anything was ever heard of the account', {
    timeout: LONG,
  }, async () => {
    kf = await openKfDesk(knowledge);
    await kf.ask('wmUser', '您好');
    kf.ctl.say(text('wmUser', '扫码进不去上传页面'), 'lost');
    await kf.calm();
    expect(await said(kf, 'wmUser')).toEqual(['您好']);
    await kf.pass(61_000);
    await kf.seen('wmUser', 2);
    expect(await said(kf, 'wmUser')).toEqual(['您好', '扫码进不去上传页面']);
  });

  it('whose token is not taken is looked after without it', { timeout: LONG }, async () => {
    kf = await openKfDesk(knowledge);
    kf.ctl.refuse('kf/sync_msg', 95007);
    await kf.ask('wmUser', '您好');
    expect(await said(kf, 'wmUser')).toEqual(['您好']);
  });

  it('is answered at once while WeCom itself is down, and its messages come later', { timeout: LONG }, async () => {
    kf = await openKfDesk(knowledge);
    kf.ctl.fault({ match: '/cgi-bin/kf/sync_msg', times: 2, kind: 'http500' });
    const [ring] = await kf.ctl.say(text('wmUser', '您好')).rings;
    expect(ring?.deliveries).toMatchObject([{ status: 200 }]);
    await kf.pass(5_000);
    await kf.pass(5_000);
    await kf.seen('wmUser', 1);
    expect(kf.desk.faults).toHaveLength(2);
  });
});

describe('a burst', () => {
  it('of 100 messages of one person is answered once and in order, as far as five messages reach', {
    timeout: 2 * LONG,
  }, async () => {
    kf = await openKfDesk(knowledge);
    const words = Array.from({ length: 100 }, (_, at) => `第${at + 1}次问：扫码进不去上传页面`);
    for (const one of words) {
      kf.ctl.say(text('wmUser', one), 'held');
      await kf.clock.advance(1_000);
    }
    await kf.ctl.ring();
    await kf.calm();
    expect(await said(kf, 'wmUser')).toEqual(words);
    const { id } = await kf.talk('wmUser');
    expect(kf.ctl.sent('wmUser')).toHaveLength(5);
    expect(kf.ctl.sent('wmUser').at(-1)?.text).toContain('回复任意内容');
    const sendings = await kf.desk.store.sendings(id);
    const open = sendings.findIndex(({ settled }) => settled === null);
    expect(sendings.slice(0, open).every(({ settled }) => settled === 'sent')).toBe(true);
    expect(sendings.slice(open).every(({ settled }) => settled === null)).toBe(true);

    await kf.clock.advance(1_000);
    await kf.ctl.say(text('wmUser', '接着发')).rings;
    await kf.seen('wmUser', 10);
    await kf.calm();
    const seqs = shown(kf, 'wmUser');
    expect(seqs).toHaveLength(10);
    expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
  });
});

describe('a desk that comes back', () => {
  it('answers what was said meanwhile, once, and nothing a second time', { timeout: 2 * LONG }, async () => {
    kf = await lasting();
    await kf.ask('wmUser', '您好');
    await kf.calm();
    const before = kf.ctl.sent('wmUser').length;
    await kf.down();
    kf.ctl.say(text('wmUser', '扫码进不去上传页面'), 'lost');
    kf.ctl.say(text('wmOther', '人脸核验不通过'), 'lost');
    kf = await kf.again();
    await kf.seen('wmUser', before + 1);
    await kf.seen('wmOther', 1);
    await kf.calm();
    expect(await said(kf, 'wmUser')).toEqual(['您好', '扫码进不去上传页面']);
    await kf.pass(61_000);
    await kf.calm();
    expect(await said(kf, 'wmUser')).toHaveLength(2);
    expect(await said(kf, 'wmOther')).toHaveLength(1);
  });

  it('knows how many messages are left', { timeout: 2 * LONG }, async () => {
    kf = await lasting();
    await kf.ask('wmUser', '您好');
    await kf.calm();
    const { id } = await kf.talk('wmUser');
    const left = (await kf.desk.store.windows.windowOf(id))?.left;
    kf = await kf.again();
    expect((await kf.desk.store.windows.windowOf(id))?.left).toBe(left);
    expect(left).toBe(kf.ctl.quotaLeft('wmUser'));
  });

  it('reads a page again whose place was not kept, and answers nothing twice', { timeout: 2 * LONG }, async () => {
    kf = await lasting();
    await kf.ask('wmUser', '您好');
    await kf.calm();
    const before = kf.ctl.sent('wmUser').length;
    await kf.desk.store.db.deleteFrom('vendor_memory').where('name', 'like', 'wecom:place:%').execute();
    kf = await kf.again();
    await kf.ask('wmUser', '谢谢');
    await kf.calm();
    expect(await said(kf, 'wmUser')).toEqual(['您好', '谢谢']);
    expect(kf.ctl.sent('wmUser').length).toBe(before + 1);
  });
});

describe('the first look at an account', () => {
  it('leaves alone what was said long before', { timeout: LONG }, async () => {
    kf = await openKfDesk(knowledge);
    kf.ctl.say(text('wmOld', '三天前的问题'), 'lost');
    await kf.clock.advance(11 * 60_000);
    kf.ctl.say(text('wmUser', '刚才的问题'), 'lost');
    await kf.clock.advance(60_000);
    await kf.ask('wmNew', '您好');
    await kf.seen('wmUser', 1);
    await kf.calm();
    expect(kf.ctl.sent('wmOld')).toEqual([]);
  });
});
