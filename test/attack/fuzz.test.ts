import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import { seededRandom } from '../sim/random.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { type Api, describedApi, type Operation } from './fuzz/operations.ts';
import { type Request, requestTo } from './fuzz/requests.ts';
import { type Headers, headersOf, hire, signIn } from './identities.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

/** The same requests with the same seed. `FUZZ_SEED` and `FUZZ_REQUESTS` look further. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_260_302);
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 2_500);

/** What a turn of the assistant, a hash of a password or a whole report costs is asked for less often. */
const DEAR =
  /\/messages$|\/session$|\/password$|\/totp$|\/reset$|\/preview$|\/gaps$|\/reports|POST \/api\/console\/agents$/;
/** Streams have no end. Trials learn for minutes in the background: only what they refuse is asked of them. */
const ENDLESS = /\/events$/;

/** Whatever the address: what stands for a part of it may name another operation, or none. */
const ASTRAY = [400, 404, 405];

let knowledge: Knowledge;
let desk: PeopleDesk;
let api: Api;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  desk = await openAttackDesk(knowledge);
  await desk.app.listen({ host: '127.0.0.1', port: 0 });
  api = await describedApi(desk.app);
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

it(`answers ${REQUESTS} odd requests as its description says, and breaks with none`, async () => {
  const random = seededRandom(SEED);
  const { app } = desk;
  for (const [name, role] of [
    ['主管', 'supervisor'],
    ['别人', 'agent'],
  ] as const)
    await hire(desk, name, role);
  let talk = await openTalk();
  let supervisor = headersOf(await signIn(app, '主管'));
  const faults = new Map<string, unknown>();
  const asked = { right: 0, refused: 0 };

  for (let nth = 0; nth < REQUESTS; nth++) {
    const operation = random.pick(api.operations);
    if (ENDLESS.test(operation.name) || (DEAR.test(operation.name) && random.next() < 0.8)) continue;
    const known = {
      talk: [talk.id],
      id: ['agent-别人', '1', 'a-trial'],
      to: ['agent-别人', null],
      ticket: ['L-TEST-1'],
      number: [1, 5, 99],
      entry: [1, 5],
      file: ['volume.csv', 'agents.csv', 'x.csv'],
      password: ['wrong'],
      old: ['wrong'],
    };
    const request = requestTo(operation, { random, api, known });
    if (operation.name.endsWith('/trials') && request.payload?.includes('"texts"')) continue;
    const luck = random.next();
    const headers: Headers = luck < 0.08 ? {} : operation.path.includes('/console') ? supervisor : talk.headers;
    const answer = await answerTo({ ...request, headers: { ...headers, ...request.headers } });
    const wrong = wrongWith(operation, request, answer);
    if (wrong !== undefined) faults.set(`${operation.name} ${answer.statusCode} ${wrong}`, said(request, answer));
    if (answer.statusCode < 300) asked.right += 1;
    else asked.refused += 1;
    // Some of it ends the conversation, or the session.
    if (operation.method === 'DELETE' || operation.name.endsWith('/block')) talk = await openTalk();
    if (operation.name.startsWith('DELETE /api/console')) supervisor = headersOf(await signIn(app, '主管'));
  }

  expect(Object.fromEntries(faults)).toEqual({});
  expect(Math.min(asked.right, asked.refused)).toBeGreaterThan(REQUESTS / 8);
  expect(desk.faults.filter((fault) => !JSON.stringify(fault).includes('ChannelError'))).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('admin');
}, 240_000);

it('describes no field of a request as one that is never sent', async () => {
  const described = (await desk.app.inject('/api/openapi.json')).body;
  expect(described).toContain('"required":["canned"]');
  expect(described).not.toContain('readOnly');
});

async function openTalk(): Promise<{ readonly id: string; readonly headers: Headers }> {
  const { talk, token } = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
  return { id: talk, headers: { authorization: `Bearer ${token}` } };
}

/** Forms over a socket, which they need; everything else without. */
async function answerTo({ method, url, headers, payload }: Request): Promise<Answer> {
  if (!Buffer.isBuffer(payload)) {
    return desk.app.inject({ method: method as 'GET', url, headers, ...(payload !== undefined && { payload }) });
  }
  const { port } = desk.app.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, { method, headers, body: new Uint8Array(payload) });
  const body = await answer.text();
  return { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body };
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What an answer has that its description does not say; undefined where all is well. */
function wrongWith({ statuses, types }: Operation, { isBent }: Request, { statusCode, headers, body }: Answer) {
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  if (statusCode >= 500) return 'breaks';
  if (!statuses.includes(statusCode) && !(isBent && ASTRAY.includes(statusCode))) return 'is not described';
  if (statusCode < 300) return isBent || types.includes(type) ? undefined : `is of the type ${type}`;
  if (type !== 'application/json') return `is of the type ${type}`;
  return wrongWithProblem(body);
}

function wrongWithProblem(body: string): string | undefined {
  const { error, ...state } = JSON.parse(body);
  if (Object.keys(state).some((key) => !['state', 'owner', 'ownerName', 'epoch'].includes(key))) return 'says too much';
  if (Object.keys(error).sort().join() !== 'code,message') return 'has another form';
  if (!/^[a-z-]+$/.test(error.code)) return 'has no code';
  if (!/\p{Script=Han}.*[。）]$/su.test(error.message)) return 'is no sentence for people';
  if (/node_modules|\.ts\b|at .*:\d+:\d+|SQLITE|undefined|\[object/.test(error.message)) return 'tells of its inside';
  return undefined;
}

function said({ method, url, headers, payload }: Request, { body }: Answer) {
  return {
    method,
    url: url.slice(0, 200),
    headers,
    payload: String(payload).slice(0, 200),
    answer: body.slice(0, 200),
  };
}
