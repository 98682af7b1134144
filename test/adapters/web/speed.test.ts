import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { SPEED_BYTES } from '../../../src/adapters/web/speed.ts';
import { type Desk, openDesk } from './desk.ts';
import { problemIn } from './visitor.ts';

let desk: Desk;
const more: Desk[] = [];
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
afterEach(async () => {
  await Promise.all(more.splice(0).map((one) => one.close()));
});

const up = (bytes: number, url = desk.url, type = 'application/octet-stream') =>
  fetch(`${url}/api/speed`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'content-type': type } });

it('sends bytes that nobody keeps and no proxy can press together', async () => {
  const answer = await fetch(`${desk.url}/api/speed`, { headers: { 'accept-encoding': 'gzip, br' } });
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('content-encoding')]).toEqual([
    200,
    'no-store',
    null,
  ]);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([bytes.length, new Set(bytes).size]).toEqual([SPEED_BYTES, 256]);
});

it('counts what comes up, and takes no more than it sends', async () => {
  expect(await (await up(SPEED_BYTES)).json()).toEqual({ bytes: SPEED_BYTES });
  expect((await problemIn(await up(SPEED_BYTES + 1))).what).toBe('413 too-large');
  expect((await problemIn(await up(10, desk.url, 'image/png'))).what).toBe('415 unsupported-type');
});

it('can be asked 60 times a minute by one address, each way', async () => {
  const limited = await openDesk({ rateLimit: 30 });
  more.push(limited);
  const statuses = async (ask: () => Promise<Response>) => {
    const answers = await Promise.all(Array.from({ length: 62 }, ask));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    return answers.filter(({ status }) => status === 429).length;
  };
  expect(await statuses(() => fetch(`${limited.url}/api/speed`))).toBe(2);
  expect(await statuses(() => up(10, limited.url))).toBe(2);
});
