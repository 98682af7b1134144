import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Instance, startInstance } from '../../people/instances/instance.ts';
import { type Service, serviceOf } from '../../people/instances/service.ts';
import { type Visitor, visitorOf } from '../../people/instances/visitor.ts';
import { type FreshDatabase, freshDatabase } from '../../postgres.ts';
import { type Gate, gateBefore } from '../gate.ts';

/** A whole service with its own way to the database, which a test shuts. */
describe('a service whose database goes away', () => {
  let database: FreshDatabase;
  let gate: Gate;
  let instance: Instance;
  let service: Service;
  let visitor: Visitor;
  beforeAll(async () => {
    database = await freshDatabase();
    gate = await gateBefore(database.url);
    instance = await startInstance({
      DATABASE_URL: gate.url,
      VAULT_KEY: randomBytes(32).toString('base64'),
      LOG_LEVEL: 'info',
    });
    await instance.origin;
    service = serviceOf([instance]);
    visitor = await visitorOf(service, 0);
  }, 120_000);
  // Also behind a test that failed.
  afterEach(() => gate.open());
  afterAll(async () => {
    await instance?.remove();
    await gate?.close();
    await database?.drop();
  });

  const readyz = () => service.ask(0, 'GET', '/readyz');
  const timesInHistory = async (text: string) =>
    (await visitor.history(0)).filter((line) => line.by === 'user' && line.text === text).length;

  it('says that it cannot, as a sentence with when to try again, and answers the same message once it is back', async () => {
    const text = '营业执照怎么传';
    await gate.shut();
    const begun = performance.now();
    const tries = await Promise.all([
      visitor.call(0, 'POST', '/messages', { id: 'while-gone', text }),
      visitor.call(0, 'GET', '/messages?after=0'),
      service.ask(0, 'POST', '/api/talks'),
      service.ask(0, 'POST', '/api/console/session', { body: { name: '周', password: 'orange-kettle-7-window' } }),
    ]);
    expect(performance.now() - begun).toBeLessThan(10_000);
    for (const { status, body, headers } of tries) {
      expect([status, body]).toEqual([
        503,
        { error: { code: 'unavailable', message: '我们这边的数据库暂时连不上，这次没有办成。请过几秒再试一次。' } },
      ]);
      expect(headers.get('retry-after')).toBe('5');
    }
    const { status, body } = await readyz();
    expect([status, body]).toEqual([503, { ready: false, why: expect.stringContaining('数据库连接不上') }]);
    expect((await service.ask(0, 'GET', '/healthz')).status).toBe(200);
    expect((await service.ask(0, 'GET', '/')).status).toBe(200);
    expect(instance.printed).toMatch(/"type":"StoreError".*DATABASE_URL/);

    await gate.open();
    await expect
      .poll(async () => (await readyz()).body, { timeout: 10_000 })
      .toEqual({ ready: true, encoder: 'ok', news: 'ok' });
    expect(instance.printed.match(/"type":"NewsError".*DATABASE_URL/g)).toHaveLength(1);
    const first = await visitor.call(0, 'POST', '/messages', { id: 'while-gone', text });
    expect(first.status).toBe(200);
    expect((await visitor.call(0, 'POST', '/messages', { id: 'while-gone', text })).text).toBe(first.text);
    expect(await timesInHistory(text)).toBe(1);
  });

  it('loses and doubles nothing of conversations in whose middle it goes', { timeout: 60_000 }, async () => {
    const visitors = await Promise.all(Array.from({ length: 3 }, () => visitorOf(service, 0)));
    let answered = 0;
    const chatting = visitors.map(async (one, who) => {
      for (let nth = 0; nth < 6; nth++) {
        const said = { id: `m${nth}`, text: `${who} 号第 ${nth} 句：人脸核验不一致` };
        await expect
          .poll(async () => (await one.call(0, 'POST', '/messages', said)).status, { timeout: 20_000 })
          .toBe(200);
        answered += 1;
        if (answered === 4 || answered === 12) {
          await gate.shut();
          await gate.open();
        }
      }
    });
    await Promise.all(chatting);
    for (const [who, one] of visitors.entries()) {
      const history = await one.history(0);
      expect(history.map(({ seq }) => seq)).toEqual(history.map((_, at) => at + 1));
      expect(history.filter(({ by }) => by === 'user').map(({ text }) => text)).toEqual(
        Array.from({ length: 6 }, (_, nth) => `${who} 号第 ${nth} 句：人脸核验不一致`),
      );
    }
  });

  it('says soon that it is silent, and answers once, what waited for it', async () => {
    const text = '域名证书在哪里下载';
    gate.hold();
    const waiting = visitor.call(0, 'POST', '/messages', { id: 'while-silent', text });
    const { status, body } = await readyz();
    expect([status, body]).toEqual([503, { ready: false, why: expect.stringContaining('很久没有回答') }]);
    await gate.open();
    expect((await waiting).status).toBe(200);
    expect(await timesInHistory(text)).toBe(1);
    await expect.poll(async () => (await readyz()).status).toBe(200);
  });

  it('waits for a slow one, and answers once, however often it was said', async () => {
    const text = '电话打不通怎么办';
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query('begin; lock table turns in access exclusive mode');
    const said = Array.from({ length: 3 }, () => visitor.call(0, 'POST', '/messages', { id: 'while-slow', text }));
    await expect
      .poll(async () => (await other.query('select 1 from pg_locks where not granted')).rowCount)
      .toBeGreaterThan(0);
    expect((await readyz()).status).toBe(200);
    await other.query('commit');
    const answers = await Promise.all(said);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await timesInHistory(text)).toBe(1);
  });
});
