import { afterEach, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { problemIn, visit } from './visitor.ts';

const desks: Desk[] = [];
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()));
});

async function open(rateLimit: number | null): Promise<Desk> {
  const desk = await openDesk({ rateLimit });
  desks.push(desk);
  return desk;
}

it('answers 30 of 200 messages at once, and tells the rest how long to wait', async () => {
  const desk = await open(30);
  const { talk, post } = await visit(desk.url);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => post('messages', { id: `m-${index}`, text: `问题 ${index}` })),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([30, 170]);

  const [first] = refused;
  const wait = Number(first?.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(50);
  expect(wait).toBeLessThanOrEqual(60);
  expect(first && (await problemIn(first))).toEqual({
    what: '429 too-many',
    message: expect.stringMatching(/^您发得太快了，请等 \d+ 秒再发。$/),
  });
  expect(await desk.store.lines(talk, 0, 1000)).toHaveLength(1 + 2 * 30);
});

it('slows nobody else down', async () => {
  const desk = await open(5);
  const [eager, calm] = [await visit(desk.url), await visit(desk.url)];
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => eager.post('messages', { id: `m-${index}`, text: '在吗' })),
  );
  expect((await eager.post('messages', { id: 'more', text: '在吗' })).status).toBe(429);
  expect((await calm.post('messages', { id: 'a', text: '在吗' })).status).toBe(200);
  expect((await eager.call('messages')).status).toBe(200);
});

it('counts nobody’s messages for a talk whose token they lack', async () => {
  const desk = await open(2);
  const [mine, other] = [await visit(desk.url), await visit(desk.url)];
  const foreign = { method: 'POST', headers: { authorization: `Bearer ${other.token}` }, body: '{}' };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect((await fetch(`${desk.url}/api/talks/${mine.talk}/messages`, foreign)).status).toBe(401);
  }
  expect((await mine.post('messages', { id: 'a', text: '在吗' })).status).toBe(200);
});

it('lets one address open 60 talks a minute', async () => {
  const desk = await open(30);
  const open60 = Array.from({ length: 61 }, () => fetch(`${desk.url}/api/talks`, { method: 'POST' }));
  const statuses = (await Promise.all(open60)).map(({ status }) => status);
  expect([
    statuses.filter((status) => status === 201).length,
    statuses.filter((status) => status === 429).length,
  ]).toEqual([60, 1]);
});

it('limits nothing where limits are off', async () => {
  const desk = await open(null);
  const visitors = await Promise.all(Array.from({ length: 70 }, () => visit(desk.url)));
  const [first] = visitors;
  const answers = await Promise.all(
    Array.from({ length: 70 }, (_, index) => first?.post('messages', { id: `m-${index}`, text: '在吗' })),
  );
  expect(new Set(answers.map((answer) => answer?.status))).toEqual(new Set([200]));
});
