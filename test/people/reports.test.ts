import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk } from './people-desk.ts';

/** The desk's clock stands on this day. */
const TODAY = '2026-03-02';
const QUERY = `?from=${TODAY}&to=${TODAY}`;

let knowledge: Knowledge;
let desk: PeopleDesk;
let boss: AtConsole;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  boss = await desk.agent('主管', 'supervisor');
});
afterEach(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

/** A CSV file as it comes. */
async function download(agent: string, path: string) {
  const signedIn = await desk.app.inject({
    method: 'POST',
    url: '/api/console/session',
    payload: { name: agent, password: 'orange-kettle-7-window' },
  });
  const cookie = signedIn.cookies.map((one) => `${one.name}=${one.value}`).join('; ');
  return desk.app.inject({ method: 'GET', url: `/api/console/reports/${path}`, headers: { cookie } });
}

describe('the reports of a day', () => {
  it('tell what people and agents really did', async () => {
    const agent = await desk.agent('小周');
    await agent.available();
    const alone = await desk.visitor();
    const answered = await alone.say('提示非法参数怎么办');
    const { seq } = answered.body.messages.at(-1);
    await alone.call('POST', '/feedback', { seq, helpful: true });
    const served = await desk.visitor();
    await served.say('人脸核验采集人脸与公安库不一致');
    await served.say('转人工');
    await desk.wait(30_000);
    await agent.call('POST', `/talks/${served.talk}/messages`, { id: 'a1', text: '您好。' });
    await desk.wait(90_000);
    await agent.call('POST', `/talks/${served.talk}/close`, { code: 'solved' });
    await served.call('POST', '/rating', { score: 4 });
    const lost = await desk.visitor();
    await lost.say('备案大概要多久能下来');

    const { status, body } = await boss.call('GET', `/reports${QUERY}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: { from: TODAY, to: TODAY },
      before: { from: '2026-03-01', to: '2026-03-01' },
      volume: {
        days: [{ day: TODAY, conversations: 3, before: 0, channels: { web: 3 } }],
        channels: [{ channel: 'web', now: 3, before: 0 }],
        conversations: { now: 3, before: 0 },
      },
      endings: { days: [{ solved: 1, unhelpful: 0, unanswered: 1, person: 1, share: 1 / 3, before: null }] },
      response: { days: [{ came: 1, done: 1, median: 30_000, p90: 30_000 }] },
      resolution: { days: [{ came: 1, done: 1, median: 120_000 }] },
      feedback: { rows: [{ entry: 2, label: knowledge.entries().get(2)?.label, now: { helpful: 1, unhelpful: 0 } }] },
      ratings: { total: { now: 1, before: 0 }, mean: { now: 4, before: null } },
      gaps: { total: { now: 1, before: 0 } },
    });
    expect(body.entries.rows.map(({ entry }: { entry: number }) => entry).sort()).toEqual([2, 8]);
    expect(body.reasons.rows[0]).toEqual({ reason: 'user_asked', now: 1, before: 0 });
    expect(body.face.rows.find(({ ending }: { ending: string }) => ending === 'person')).toEqual({
      ...{ ending: 'person', now: body.face.total.now, before: 0 },
    });
  });

  it('know the error of the turn that named it, and of no other', async () => {
    const person = await desk.visitor();
    await person.say('提示 证件人脸与公安库不一致');
    await person.say('授权书在哪下载');
    const rows = await desk.store.db.selectFrom('asked').select(['entry', 'error', 'ms']).orderBy('seq').execute();
    expect(rows.map(({ entry, error }) => [entry, error])).toEqual([
      [8, '证件人脸与公安库不一致'],
      [12, null],
    ]);
    for (const { ms } of rows) expect(ms).toBeGreaterThanOrEqual(0);
  });

  it('forget who has their data deleted', async () => {
    const person = await desk.visitor();
    await person.say('提示非法参数怎么办');
    await person.say('删除我的数据');
    const { body } = await boss.call('GET', `/reports${QUERY}`);
    expect(body.volume.conversations).toEqual({ now: 0, before: 0 });
  });
});

describe('who asks for reports', () => {
  it.each(['agent', 'editor'] as const)('is refused as an %s', async (role) => {
    const other = await desk.agent('别人', role);
    expect((await other.call('GET', `/reports${QUERY}`)).status).toBe(403);
    expect((await download('别人', `volume.csv${QUERY}`)).statusCode).toBe(403);
  });

  it.each([
    ['?from=2026-03-02', 'to 要写成 2026-11-01 这样的日期。'],
    ['?from=2026-13-02&to=2026-03-02', 'from 要写成 2026-11-01 这样的日期。'],
    ['?from=2026-03-03&to=2026-03-02', '开始的日期要在结束的日期之前，或者是同一天。'],
    ['?from=2025-03-01&to=2026-03-02', '一次最多看 366 天，请选短一些的时间。'],
  ])('is told what is wrong with %s', async (query, message) => {
    expect(await boss.call('GET', `/reports${query}`)).toMatchObject({ status: 400, body: { error: { message } } });
  });

  it('may ask for a whole leap year', async () => {
    const { status, body } = await boss.call('GET', '/reports?from=2024-01-01&to=2024-12-31');
    expect(status).toBe(200);
    expect(body.volume.days).toHaveLength(366);
    expect(body.before).toEqual({ from: '2022-12-31', to: '2023-12-31' });
  });
});

describe('a report as CSV', () => {
  it('opens in spreadsheets, says the same, and is logged', async () => {
    const person = await desk.visitor();
    await person.say('提示非法参数怎么办');
    const file = await download('主管', `volume.csv${QUERY}`);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="volume-${TODAY}-${TODAY}.csv"`,
    });
    expect(file.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(file.body.replace('\uFEFF', '')).toBe(`日期,对话,机器人回答,网页,前一段时间的对话\r\n${TODAY},1,1,1,0\r\n`);
    const { body } = await boss.call('GET', '/audit');
    expect(body.entries[0]).toMatchObject({
      ...{ what: 'export', who: boss.id },
      detail: { what: 'reports', section: 'volume', from: TODAY, to: TODAY },
    });
  });

  it.each(['entries', 'endings', 'reasons', 'response', 'resolution', 'face', 'feedback', 'ratings', 'gaps'])(
    'is there for %s, with as many cells in every row',
    async (section) => {
      const { statusCode, body } = await download('主管', `${section}.csv${QUERY}`);
      expect(statusCode).toBe(200);
      const rows = body.trimEnd().split('\r\n');
      expect(new Set(rows.map((row) => row.split(',').length)).size).toBe(1);
    },
  );

  it('is refused for a table that does not exist', async () => {
    const { statusCode, body } = await download('主管', `people.csv${QUERY}`);
    expect([statusCode, body]).toEqual([400, expect.stringContaining('没有这张表')]);
  });
});
