import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { learnContent } from '../../../src/house.ts';
import type { Knowledge, MadeDecision } from '../../../src/knowledge/knowledge.ts';
import { METRICS_TOKEN, openPeopleDesk, type PeopleDesk } from '../../people/people-desk.ts';
import { cacheDir } from '../../trained.ts';

const decided: MadeDecision[] = [];
let knowledge: Knowledge;
let desk: PeopleDesk;

beforeAll(async () => {
  const onDecision = (one: MadeDecision) => decided.push(one);
  knowledge = await learnContent({ dataDir: cacheDir, embeddings: undefined }, () => {}, { onDecision });
  desk = await openPeopleDesk(knowledge);
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

/** The value of a series, as it is read; undefined where there is none. */
async function value(series: string): Promise<number | undefined> {
  const { body } = await desk.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
  const line = body.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length));
}

it('counts each turn once, by what it came to, however often the message is sent', async () => {
  const person = await desk.visitor();
  const answered = 'beian_turns_total{channel="web",kind="answer",entry="1"}';
  expect(await value(answered)).toBeUndefined();
  for (const _again of [1, 2]) await person.say('扫码进不去上传页面', 'the-same');
  expect(await value(answered)).toBe(1);
  expect(await value('beian_turn_seconds_count{channel="web"}')).toBe(1);
  expect(await value('beian_turn_part_seconds_count{part="storing"}')).toBe(1);
  expect(await value('beian_turn_confidence_ratio_count{kind="answer"}')).toBe(1);
});

it('tells who waits for a person, for how long, and why', async () => {
  const person = await desk.visitor();
  const agent = await desk.agent('小李');
  await agent.available();
  await person.say('转人工');
  expect(await value('beian_handovers_total{reason="user_asked",to="queued"}')).toBe(1);
  await desk.round();
  expect(await value('beian_case_transitions_total{from="queued",to="ringing"}')).toBe(1);
  expect(await value('beian_round_seconds_count')).toBeGreaterThan(0);
  expect(await value('beian_leader')).toBe(1);
});

it('counts requests by the pattern of their route, and addresses that are none as one', async () => {
  for (const made of ['a', 'b', '13911112222']) await desk.app.inject(`/nothing/${made}`);
  expect(await value('beian_http_requests_total{method="GET",route="none",status="404"}')).toBe(3);
  expect(await value('beian_http_requests_total{method="POST",route="/api/talks",status="201"}')).toBe(2);
  expect(await value('beian_http_request_seconds_count{area="talks"}')).toBeGreaterThan(2);
});

it('counts an event stream for as long as it is open, and not as a slow request', async () => {
  const url = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const { talk, token } = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
  const open = 'beian_event_streams{area="talks"}';
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${url}/api/talks/${talk}/events`, { headers, signal: ending.signal });
  const timed = await value('beian_http_request_seconds_count{area="talks"}');
  expect(await value(open)).toBe(1);
  ending.abort();
  await vi.waitFor(async () => expect(await value(open)).toBe(0));
  expect(await value('beian_http_request_seconds_count{area="talks"}')).toBe(timed);
});

it('holds nothing that anybody said, nor the name of any talk', async () => {
  const person = await desk.visitor();
  await person.say('我叫王小明，手机 13911112222');
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const { body, headers: told } = await desk.app.inject({ url: '/metrics', headers });
  expect(told['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).not.toMatch(new RegExp(`王小明|1391111|${person.talk}`));
});

it('tells what the encoder was needed for', async () => {
  decided.length = 0;
  const unsure = '那个东西一直转圈是怎么回事呀';
  for (const text of ['扫码进不去上传页面', unsure, unsure]) await knowledge.decide(text);
  await knowledge.decide(unsure, []);
  expect(decided.map(({ encoder }) => encoder)).toEqual(['spared', 'asked', 'remembered']);
  expect(decided.every(({ ms, encoderMs }) => ms >= encoderMs)).toBe(true);
});
