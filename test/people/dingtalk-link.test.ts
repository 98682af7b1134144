import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { openPeopleDesk, type PeopleDesk } from './people-desk.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

async function open(dingtalk: boolean): Promise<PeopleDesk> {
  const desk = await openPeopleDesk(knowledge, undefined, { dingtalk });
  onTestFinished(() => desk.close());
  return desk;
}

it('there is nothing to link where there is no DingTalk', async () => {
  const { call } = await (await open(false)).agent('小周');
  expect((await call('GET', '/me/dingtalk')).body).toEqual({ available: false, linked: false });
  expect(await call('POST', '/me/dingtalk')).toMatchObject({ status: 404, body: { error: { code: 'not-found' } } });
  expect((await call('DELETE', '/me/dingtalk')).body).toEqual({ available: false, linked: false });
});

it('editors link nothing: they claim nothing', async () => {
  const { call } = await (await open(true)).agent('编辑小王', 'editor');
  for (const method of ['GET', 'POST', 'DELETE'] as const) {
    expect((await call(method, '/me/dingtalk')).status).toBe(403);
  }
});

it('nobody else gets a code: one has to be signed in', async () => {
  const { app } = await open(true);
  const url = '/api/console/me/dingtalk';
  expect((await app.inject({ method: 'POST', url })).statusCode).toBe(401);
});
