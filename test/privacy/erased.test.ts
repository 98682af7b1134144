import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import type { Tables } from '../../src/adapters/store/tables.ts';
import { folderVault } from '../../src/adapters/vault/folder-vault.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { tableVault } from '../../src/adapters/vault/table-vault.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { places } from '../adapters/store/stores.ts';
import { openPeopleDesk, type PeopleDesk, type Person } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { filesBelow, rowsOf, tablesOf } from './places.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

/** What becomes of a table's rows of a conversation that is erased. A table that is not here has not been thought of. */
const FATE: Readonly<Record<keyof Tables, 'goes' | 'is not of a conversation' | 'stays, without content'>> = {
  announced: 'goes',
  asked: 'goes',
  feedback: 'goes',
  files: 'goes',
  gaps: 'goes',
  lines: 'goes',
  mails: 'goes',
  notes: 'goes',
  outbox: 'goes',
  phone_codes: 'goes',
  ratings: 'goes',
  talks: 'goes',
  tickets: 'goes',
  turns: 'goes',
  vendor_memory: 'goes',
  waits: 'goes',
  windows: 'goes',
  audit: 'stays, without content',
  agents: 'is not of a conversation',
  announcements: 'is not of a conversation',
  asked_rates: 'is not of a conversation',
  inbox: 'is not of a conversation',
  incidents: 'is not of a conversation',
  leases: 'is not of a conversation',
  presence: 'is not of a conversation',
  revisions: 'is not of a conversation',
  sessions: 'is not of a conversation',
  settings: 'is not of a conversation',
  sign_in_failures: 'is not of a conversation',
};
const MARK = '琉璃瓦';
const OURS = /^(kysely_|schema_)/;

/** What the folder vault has in place of the table. */
const without = (kind: string) => (kind === 'SQLite' ? ['files'] : []);

describe.each(Object.entries(places))('erasing, over %s', (kind, place) => {
  /** A conversation with something in every table that can hold something of one. */
  async function lived() {
    const { dataDir, databaseUrl } = await place();
    const desk = await openPeopleDesk(knowledge, () => openStore({ dataDir, databaseUrl }), {
      seal: vaultSeal(randomBytes(32)),
      vaultOf: ({ db }, seal) =>
        databaseUrl === undefined ? folderVault({ dir: join(dataDir, 'vault'), seal }) : tableVault(db, seal),
    });
    const agent = await desk.agent('小周', 'supervisor');
    await agent.available();
    const person = await desk.visitor();
    await person.call('POST', '/context', { page: `https://shop.example/${MARK}` });
    await person.say(`${MARK}备案多久能下来`);
    await person.call('POST', '/feedback', { seq: 3, helpful: true });
    await person.call('POST', '/ticket', { text: `${MARK}要办的事`, contact: '13912345678' });
    await person.call('POST', '/rating', { score: 3, text: `${MARK}一般` });
    await person.call('POST', '/phone');
    await person.say('转人工');
    await agent.call('POST', '/radar/announcements', { entry: 1, text: '正在处理' });
    await agent.call('POST', `/talks/${person.talk}/claim`);
    await agent.call('POST', `/talks/${person.talk}/note`, { text: `${MARK}备注` });
    await agent.call('POST', `/talks/${person.talk}/messages`, { id: 'a', text: `${MARK}您好` });
    await agent.call('POST', `/talks/${person.talk}/close`, { code: 'solved' });
    await desk.picture(person.talk, Buffer.from(MARK));
    await fillIn(desk, person);
    return { desk, person, dataDir };
  }

  it('has thought of every table of the schema', async () => {
    const { desk } = await lived();
    const tables = (await tablesOf(desk.store)).filter((name) => !OURS.test(name));
    expect(tables).toEqual(Object.keys(FATE).sort());
    await desk.close();
  });

  it.each(['the route', 'the words'])('by %s leaves nothing of the conversation but the audit log', async (way) => {
    const { desk, person, dataDir } = await lived();
    const goes = Object.entries(FATE).flatMap(([table, fate]) => (fate === 'goes' ? [table] : []));
    expect(await holding(desk, person.talk)).toEqual(
      [...goes, 'audit'].filter((table) => !without(kind).includes(table)).sort(),
    );
    if (kind === 'SQLite') expect(await readdir(join(dataDir, 'vault', person.talk))).toHaveLength(1);

    const receipt = way === 'the route' ? await person.call('DELETE', '') : await person.say('删除我的数据');
    expect(receipt.status).toBe(200);

    // Of the words that ask for it stays the conversation itself, with the receipt, and until when it may be sent.
    const fresh = way === 'the route' ? [] : ['lines', 'talks', 'turns', 'windows'];
    expect(await holding(desk, person.talk)).toEqual(['audit', ...fresh].sort());
    const rows = await Promise.all((await tablesOf(desk.store)).map((table) => rowsOf(desk.store, table)));
    expect(JSON.stringify(rows)).not.toContain(MARK);
    const files = kind === 'SQLite' ? await filesBelow(dataDir) : [];
    expect(files.filter(({ name, bytes }) => name.startsWith('/vault') || bytes.includes(MARK))).toEqual([]);
    // By the words, the conversation goes on, which is written down after it.
    const [last, before] = await desk.store.audit.entries({ limit: 2 });
    expect(way === 'the route' ? last : before).toMatchObject({
      who: 'user',
      what: 'erase',
      talk: person.talk,
      detail: {},
    });
    if (way === 'the words') {
      const record = await desk.store.byId(person.talk);
      expect(record).toMatchObject({ facts: {}, memory: {}, context: {}, told: {} });
      const lines = await desk.store.lines(person.talk, 0, 10);
      expect(lines.map(({ text }) => text)).toEqual([
        expect.stringMatching(/^已删除.*消息 \d+ 条，留言 1 条，图片 1 张.*还留着.*操作记录.*统计.*备份/s),
      ]);
    }
    await desk.close();
  });
});

/** The tables with a row that names the conversation. */
async function holding({ store }: PeopleDesk, talk: string): Promise<readonly string[]> {
  const tables = await tablesOf(store);
  const rows = await Promise.all(tables.map((table) => rowsOf(store, table)));
  return tables.filter((_table, at) => JSON.stringify(rows[at]).includes(talk));
}

/** What only other channels, or a day at the desk, would bring about. */
async function fillIn({ store, now }: PeopleDesk, { talk }: Person): Promise<void> {
  const at = now().toISOString();
  const { db } = store;
  const ticket = (await store.ticketsOf(talk))[0]?.id ?? '';
  const announcement = (await db.selectFrom('announcements').select('id').executeTakeFirst())?.id ?? '';
  const sent = { tries: 0, due_at: at, settled: null, settled_at: null, fault: MARK };
  await db.deleteFrom('outbox').where('talk', '=', talk).execute();
  await db
    .insertInto('outbox')
    .values({ talk, seq: 2, speaker: 'bot', epoch: 0, holds: null, leased_until: null, ...sent })
    .execute();
  await db
    .insertInto('mails')
    .values({ talk, seq: 2, ticket, ...sent })
    .execute();
  await db.insertInto('announced').values({ announcement, talk, at, sent: 0 }).execute();
  await store.windows.openWindow(talk, { until: at, left: 1 });
  await store.vendor.remember(`media:wechat:${talk}`, 'sealed', null, at);
  await store.vendor.remember(`wecom:sent-last:${talk}`, '{}', null, at);
}
