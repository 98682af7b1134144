import { afterEach, expect, it } from 'vitest';
import { createHttp, type Http } from '../../../src/adapters/http.ts';
import { logWatch } from '../../../src/adapters/log/log-watch.ts';
import { outcome } from '../../../src/bot/message.ts';

const ID_NUMBER = '11010519491231002X';
const PHONE = '13911112222';
const lines: string[] = [];
const levels: string[] = [];
let app: Http | undefined;

afterEach(async () => {
  await app?.close();
  lines.length = 0;
  levels.length = 0;
});

async function open(): Promise<Http> {
  app = await createHttp({
    logLevel: 'debug',
    logStream: { write: (line) => lines.push(line) },
    onLogLine: (level) => levels.push(level),
    trustProxy: false,
    widgetOrigins: [],
    readiness: async () => ({ ready: true }),
  });
  return app;
}

const told = () => lines.map((line) => JSON.parse(line));

it('masks what an error carries of a person: its message, its stack, its causes and its fields', async () => {
  const { log } = await open();
  const cause = new Error(`no such row: ${ID_NUMBER}`);
  const error = Object.assign(new Error(`ring ${PHONE}`, { cause }), { code: 'E_RING', detail: 'Key (x)=(张三)' });
  log.error({ err: error }, `could not ring ${PHONE}`);
  log.error(error);
  log.error(new AggregateError([cause], 'all failed'));
  expect(lines.join('')).not.toMatch(new RegExp(`${ID_NUMBER}|${PHONE}|张三`));
  expect(told()).toMatchObject([
    {
      msg: 'could not ring 139****2222',
      err: {
        type: 'Error',
        code: 'E_RING',
        message: 'ring 139****2222',
        stack: expect.stringContaining('log.test.ts'),
        cause: { message: 'no such row: 110105********002X' },
      },
    },
    { msg: 'ring 139****2222' },
    { err: { errors: [{ message: 'no such row: 110105********002X' }] } },
  ]);
});

it('leaves out what opens doors and what people said, however deep it lies', async () => {
  const { log } = await open();
  const secret = 'do-not-tell';
  log.info(
    {
      headers: { authorization: secret },
      request: { Cookie: secret, 'set-cookie': [secret], 'x-csrf-token': secret, url: `/x?phone=${PHONE}` },
      parts: [{ password: secret, nested: { token: secret, text: secret, contact: secret, secret } }],
    },
    'what came',
  );
  expect(lines.join('')).not.toContain(secret);
  expect(told()[0].request.url).toBe('/x?phone=139****2222');
});

it('keeps the names of talks and requests whole, though they look like numbers of people', async () => {
  const { log } = await open();
  log.info({ talk: `a-${PHONE}_b`, other: `a-${PHONE}_b` }, 'seen');
  expect(told()[0]).toMatchObject({ talk: `a-${PHONE}_b`, other: expect.stringContaining('*') });
});

it('says of what is no plain data only what it is, and follows no circle for ever', async () => {
  const { log } = await open();
  const circle: Record<string, unknown> = {};
  circle.again = circle;
  log.info(
    { circle, map: new Map([['a', PHONE]]), buffer: Buffer.from(PHONE), when: new Date(0), none: null },
    'things',
  );
  expect(told()[0]).toMatchObject({ map: '[Map]', buffer: '[Buffer]', when: '1970-01-01T00:00:00.000Z', none: null });
});

it('names each request in its answer as in the log', async () => {
  const server = await open();
  server.get('/broken', () => {
    throw new Error('broken');
  });
  const answer = await server.inject('/broken');
  const name = answer.headers['x-request-id'];
  expect(name).toMatch(/^[\da-f-]{36}$/);
  expect(told().filter(({ reqId }) => reqId === name)).toHaveLength(1);
  expect((await server.inject('/broken')).headers['x-request-id']).not.toBe(name);
  expect(levels).toEqual(['error', 'error']);
});

it('has one line for a turn, with all that it came to and nothing that was said', async () => {
  const { log } = await open();
  const message = { id: 'm', at: '2026-03-02T06:00:00.000Z', talk: { channel: 'wechat', room: 'r', user: 'openid-1' } };
  logWatch(log).turn({
    talk: 'talk-1',
    message: { ...message, talk: { channel: 'wechat', room: 'r', user: 'openid-1' }, text: '扫码进不去' },
    outcome: outcome('answer', { entry: 1, diagnostic: 'app-version', verdict: 'update-needed', confidence: 0.98765 }),
    ms: { waiting: 1, reading: 2, answering: 3, storing: 4.04 },
  });
  const [{ time, pid, hostname, level, ...rest }] = told();
  expect(rest).toEqual({
    ...{ msg: 'turn', talk: 'talk-1', channel: 'wechat', kind: 'answer', entry: 1, handoff: 'none' },
    ...{ diagnostic: 'app-version', verdict: 'update-needed', confidence: 0.988, ms: 10 },
  });
});
