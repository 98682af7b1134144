import { afterEach, describe, expect, it } from 'vitest';
import { SIM_START, scaledClock, settle, steppedClock } from './clock.ts';
import type { FaultKind } from './faults.ts';
import { push } from './push.ts';
import { seededRandom } from './random.ts';
import { type SimServer, simServer } from './server.ts';

let server: SimServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const clock = steppedClock();
const start = async () => {
  const done: string[] = [];
  server = await simServer({
    clock,
    routes: {
      'POST /do': ({ body }) => {
        done.push(body.toString());
        return { body: { errcode: 0, words: '好的' } };
      },
      'GET /files/*': ({ path }) => ({ body: Buffer.from(path) }),
    },
    wording: (kind) => ({ status: 400, body: { code: kind } }),
    cap: 100,
  });
  return { done, server, call: (body = 'x') => fetch(`${server?.url}/do`, { method: 'POST', body }) };
};
const faulty = async (kind: FaultKind) => {
  const started = await start();
  started.server.faults.add({ match: 'POST /do', kind });
  return started;
};

describe('the stepped clock', () => {
  it('stands still until it is moved and runs jobs in the order of their times', async () => {
    const stepped = steppedClock();
    const order: string[] = [];
    const note = (name: string) => () => order.push(`${name} ${stepped.now() - SIM_START}`);
    stepped.after(300, note('late'));
    stepped.after(100, () => {
      note('early')();
      stepped.after(50, note('chained'));
    });
    stepped.after(200, note('called off'))();
    await stepped.advance(299);
    expect(order).toEqual(['early 100', 'chained 150']);
    await stepped.advance(1);
    expect(order).toEqual(['early 100', 'chained 150', 'late 300']);
    expect(stepped.now()).toBe(SIM_START + 300);
  });

  it('lets an HTTP exchange that a job starts end before the next job runs', async () => {
    const { server } = await start();
    const seen: string[] = [];
    clock.after(10, () => push(clock, { url: `${server.url}/do`, cut: 5_000 }).then(({ is }) => seen.push(is)));
    clock.after(20, () => seen.push('next job'));
    await clock.advance(20);
    expect(seen).toEqual(['answered', 'next job']);
  });
});

describe('the scaled clock', () => {
  it('runs by itself, faster than real time, and can be called off', async () => {
    const scaled = scaledClock(10_000, SIM_START);
    const order: string[] = [];
    scaled.after(20_000, () => order.push('called off'))();
    scaled.after(10_000, () => order.push('due'));
    await scaled.advance(50_000);
    expect(order).toEqual(['due']);
    expect(scaled.now()).toBeGreaterThanOrEqual(SIM_START + 40_000);
  });
});

describe('the seeded random', () => {
  const draw = (seed: number) => {
    const random = seededRandom(seed);
    return [random.id(), random.below(1000), random.pick(['a', 'b', 'c']), random.jitter(1000)];
  };

  it('gives the same draws for the same seed only', () => {
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('moves nothing further than the window when it shuffles', () => {
    const list = Array.from({ length: 200 }, (_, place) => place);
    const shuffled = seededRandom(3).shuffled(list, 4);
    expect([...shuffled].sort((one, other) => one - other)).toEqual(list);
    expect(shuffled).not.toEqual(list);
    expect(Math.max(...shuffled.map((entry, place) => Math.abs(entry - place)))).toBeLessThanOrEqual(4);
  });
});

describe('the server shell', () => {
  it('records what it receives and serves open-ended addresses', async () => {
    const { server, call } = await start();
    await call('body');
    expect(await (await fetch(`${server.url}/files/a/b?x=1`)).text()).toBe('/files/a/b');
    const [first, second] = server.log;
    expect(first).toMatchObject({ method: 'POST', path: '/do', arrival: clock.now(), status: 200 });
    expect(first?.body.toString()).toBe('body');
    expect(second?.query.get('x')).toBe('1');
    expect(server.violations).toEqual([]);
  });

  it('counts an unknown address as a violation and refuses a body over the cap', async () => {
    const { server, call, done } = await start();
    expect((await fetch(`${server.url}/none`)).status).toBe(404);
    expect(server.violations).toEqual(['GET /none: no such address']);
    expect((await call('x'.repeat(101))).status).toBe(413);
    expect(done).toEqual([]);
  });

  it.each([
    ['http500', 500],
    ['http429', 429],
    ['tokenInvalid', 400],
    ['rateLimited', 400],
  ] as const)('answers %s once without any effect', async (kind, status) => {
    const { call, done, server } = await faulty(kind);
    expect((await call()).status).toBe(status);
    expect(done).toEqual([]);
    expect((await call()).status).toBe(200);
    expect(done).toEqual(['x']);
    expect(server.log.map(({ fault }) => fault)).toEqual([kind, undefined]);
  });

  it('never answers a call that meets a timeout', async () => {
    const { done, server } = await faulty('timeout');
    const pushed = push(clock, { url: `${server.url}/do`, cut: 5_000 });
    await clock.advance(4_999);
    expect(server.log[0]?.status).toBeUndefined();
    await clock.advance(1);
    expect(await pushed).toEqual({ is: 'cut', took: 5_000 });
    expect(done).toEqual([]);
  });

  it('resets the connection after the headers, when the call has taken effect', async () => {
    const { call, done } = await faulty('reset');
    const response = await call();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    expect(done).toEqual(['x']);
  });

  it('sends the second half of a slow body 60 s later', async () => {
    const { call } = await faulty('slowBody');
    const response = await call();
    let text: string | undefined;
    const read = response.text().then((whole) => {
      text = whole;
    });
    await clock.advance(59_999);
    expect(text).toBeUndefined();
    await clock.advance(1);
    await read;
    expect(JSON.parse(text ?? '')).toEqual({ errcode: 0, words: '好的' });
  });

  it('cuts JSON in half, and mislabels a right body', async () => {
    const { call, server } = await faulty('badJson');
    await expect((await call()).json()).rejects.toThrow(SyntaxError);
    server.faults.add({ match: /^POST .do$/, kind: 'wrongContentType' });
    const response = await call();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.json()).toMatchObject({ errcode: 0 });
  });

  it('keeps a fault until it is used up or called off', async () => {
    const { call, server } = await start();
    server.faults.add({ match: ({ body }) => body.toString() === 'second', times: 2, kind: 'http500' });
    const callOff = server.faults.add({ match: '/do', times: Number.POSITIVE_INFINITY, kind: 'http429' });
    const statuses = [];
    for (const body of ['first', 'second', 'second', 'second']) statuses.push((await call(body)).status);
    callOff();
    statuses.push((await call()).status);
    expect(statuses).toEqual([429, 500, 500, 429, 200]);
  });

  it('closes with calls still open', async () => {
    const { call, server } = await start();
    server.faults.add({ match: '/do', kind: 'timeout' });
    const open = expect(call()).rejects.toThrow();
    await settle();
    await server.close();
    await open;
    expect(server.log).toHaveLength(1);
  });
});
