import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportContent } from '../../src/adapters/content/export-content.ts';
import { setContent } from '../../src/adapters/content/set-content.ts';
import { openStore } from '../../src/adapters/store/open-store.ts';
import { folderVault } from '../../src/adapters/vault/folder-vault.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { tableVault } from '../../src/adapters/vault/table-vault.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { headersOf, hire, signIn } from '../attack/identities.ts';
import { openPeopleDesk, type PeopleDesk } from '../people/people-desk.ts';
import { freshDatabase } from '../postgres.ts';
import { trainedKnowledge } from '../trained.ts';
import { finder, type Place } from './found-in.ts';
import { type Tell, tellAtConsole, tellAtWeb, tellByVendors } from './people-who-tell.ts';
import { cells, filesBelow } from './places.ts';
import { secrets } from './secrets.ts';
import { openVendors } from './vendors.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

const REPORTS = ['volume', 'entries', 'endings', 'reasons', 'response', 'resolution', 'face', 'feedback'];
const CONSOLE = [
  ...['queue', 'radar', 'handover', 'audit?limit=200', 'content/gaps', 'content/revisions', 'content/reminders'],
  ...['content/suggestions', 'content/weekly?week=2026-W10', 'content/weekly.md?week=2026-W10'],
  ...['reports?from=2026-03-01&to=2026-03-03', 'wall', 'wall/today', 'replies'],
  ...['mine', 'open', 'held', 'tickets', 'closed'].map((which) => `talks?${which}=true`),
  ...REPORTS.map((section) => `reports/${section}.csv?from=2026-03-01&to=2026-03-03`),
];

/** Reads a stream of events from now on; gives what came, once it is ended. */
function listening(url: string, headers: Readonly<Record<string, string>>): () => Promise<Place> {
  const end = new AbortController();
  let heard = '';
  const read = fetch(url, { headers, signal: end.signal })
    .then(async ({ body }) => {
      for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString('utf8');
    })
    .catch(() => undefined);
  return async () => {
    end.abort();
    await read;
    return { name: `events of ${new URL(url).pathname}`, bytes: Buffer.from(heard) };
  };
}

describe.each(['SQLite', 'PostgreSQL'] as const)('over %s', (kind) => {
  const secret = secrets();
  const log: string[] = [];
  const places: Place[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  let desk: PeopleDesk;

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'beian-privacy-'));
    undo.push(() => rm(dataDir, { recursive: true }));
    const database = kind === 'PostgreSQL' ? await freshDatabase() : undefined;
    if (database) undo.push(() => database.drop());
    const vendors = await openVendors();
    undo.push(() => vendors.close());
    const time = { now: () => new Date(vendors.clock.now()), after: vendors.clock.after };
    desk = await openPeopleDesk(knowledge, () => openStore({ dataDir, databaseUrl: database?.url }), {
      ...{ time, publicUrl: 'https://help.example.com', seal: vaultSeal(randomBytes(32)) },
      vaultOf: ({ db }, seal) => (database ? tableVault(db, seal) : folderVault({ dir: join(dataDir, 'vault'), seal })),
      http: { logLevel: 'trace', logStream: { write: (line) => log.push(line) } },
      vendors: vendors.channels,
    });
    undo.push(() => desk.close());
    await desk.app.listen({ port: 0, host: '127.0.0.1' });
    const url = `http://127.0.0.1:${(desk.app.server.address() as AddressInfo).port}`;
    vendors.reach(url);

    await hire(desk, '主管', 'supervisor');
    const headers = headersOf(await signIn(desk.app, '主管'));
    const tell: Tell = async (method, path, body) => {
      const init = { method, headers: { ...headers, ...(body && { 'content-type': 'application/json' }) } };
      const answer = await fetch(`${url}/api/console${path}`, { ...init, ...(body && { body: JSON.stringify(body) }) });
      const text = await answer.text();
      expect([path, answer.ok ? '' : text]).toEqual([path, '']);
      return JSON.parse(text);
    };
    const opened = await fetch(`${url}/api/talks`, { method: 'POST' });
    const visitor = (await opened.json()) as { talk: string; token: string };
    const authorization = { authorization: `Bearer ${visitor.token}` };
    const heard = [
      listening(`${url}/api/talks/${visitor.talk}/events`, authorization),
      listening(`${url}/api/console/events`, headers),
    ];
    await tellAtWeb(url, visitor, secret);
    await tellByVendors(vendors, desk, secret);
    await tellAtConsole(tell, visitor.talk, secret);
    await desk.round();

    const read = async (path: string, own: Readonly<Record<string, string>>) => {
      const answer = await fetch(`${url}${path}`, { headers: own });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([path, answer.ok ? '' : bytes.toString()]).toEqual([path, '']);
      places.push({ name: path, bytes });
    };
    for (const path of ['messages', 'facts', 'case', 'transcript']) {
      await read(`/api/talks/${visitor.talk}/${path}`, authorization);
    }
    for (const path of CONSOLE) await read(`/api/console/${path}`, headers);
    for (const { id } of await desk.store.db.selectFrom('talks').select('id').execute()) {
      await read(`/api/console/talks/${id}`, headers);
      await read(`/api/console/talks/${id}/history`, headers);
    }
    places.push(...(await Promise.all(heard.map((end) => end()))));
    places.push(...(await cells(desk.store)));
    await cp('data', join(dataDir, 'exported'), { recursive: true });
    await exportContent(join(dataDir, 'exported'), setContent(await desk.store.revisions.values()));
    places.push(...(await filesBelow(dataDir)));
    places.push({ name: 'the log', bytes: Buffer.from(log.join('')) });
    places.push({ name: 'the faults', bytes: Buffer.from(inspect(desk.faults, { depth: 9, maxStringLength: null })) });
  }, 180_000);

  afterAll(async () => {
    for (const job of undo.reverse()) await job();
  });

  it('everything was told, and kept where it belongs', () => {
    expect(secret.all.length).toBeGreaterThan(100);
    const names = new Set(places.map(({ name }) => name));
    expect([...names]).toEqual(
      expect.arrayContaining(['lines.said', 'talks.memory', 'talks.facts', 'tickets.contact']),
    );
    expect([...names]).toEqual(expect.arrayContaining(['inbox.id', 'gaps.question', 'notes.body', 'audit.detail']));
    expect([...names].some((name) => (kind === 'SQLite' ? /vault/.test(name) : name === 'files.sealed'))).toBe(true);
    expect([...names].some((name) => kind === 'PostgreSQL' || name.includes('.sqlite-wal'))).toBe(true);
    expect(places.find(({ name }) => name.startsWith('events of /api/talks'))?.bytes.length).toBeGreaterThan(1_000);
    expect(places.find(({ name }) => name.startsWith('events of /api/console'))?.bytes.length).toBeGreaterThan(1_000);
  });

  it('nothing of it can be read anywhere', () => {
    expect(places.flatMap(finder(secret.all))).toEqual([]);
  });
});
