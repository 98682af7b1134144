import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StorePlace } from '../src/adapters/store/open-store.ts';
import type { SqlStore } from '../src/adapters/store/sql-store.ts';
import { later } from '../src/handoff/later.ts';
import { fillStore, LINES_OF_TALK } from '../test/adapters/store/indexes-fill.ts';
import { newTalk, turnOf } from '../test/adapters/store/samples.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { environment } from './environment.ts';
import { median } from './statistics.ts';
import { table } from './table.ts';

/** When the filled year ends. */
const UNTIL = '2026-03-01T08:00:00.000Z';
const DAY = 86_400_000;
/** Messages of the two desks that are compared, unless told otherwise: `tsx bench/growth.ts 10000 1000000 [postgres]`. */
const SIZES = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const [SMALL = 10_000, LARGE = 1_000_000] = SIZES;
const ROUNDS = 15;
const WARM = 30;

type Operations = Readonly<Record<string, (store: SqlStore, nth: number) => Promise<unknown>>>;

/** What people and consoles wait for, as the store is asked for it. */
const OPERATIONS: Operations = {
  一轮问答的存取: async (store, nth) => {
    const id = `fresh-${nth}`;
    await store.open(newTalk(id));
    await store.byTalk(newTalk(id).talk);
    await store.turn(id, 'm1');
    await store.commit(turnOf(id, 1));
  },
  排队列表: (store) => store.cases(['queued', 'ringing']),
  已结束的列表: (store) => store.cases(['resolved', 'closed'], { limit: 500, latest: true }),
  打开一个对话: async (store, nth) => {
    const id = `t${7 * (nth + 1)}`;
    await store.byId(id);
    await store.lines(id, 0, 2_000);
    await store.notes(id);
    await store.ticketsOf(id);
    await store.sendings(id);
  },
  同一个人的其他对话: (store, nth) => store.othersOf(`t${3 * (nth + 1)}`, 50),
  定时的一圈: async (store) => {
    await store.cases(['queued', 'ringing']);
    await store.due(UNTIL);
    await store.deliveries(UNTIL, 100);
    await store.mails(UNTIL, 5);
    await store.asksFrom(later(UNTIL, -15 * 60_000));
  },
  操作记录按种类找: (store) => store.audit.entries({ limit: 50, what: ['export', 'erase'] }),
  当天的数字: (store) => store.dayFigures({ from: later(UNTIL, -DAY / 3), quietSince: UNTIL }),
  '近 7 天的报表': async (store) => {
    const span = { from: later(UNTIL, -7 * DAY), to: UNTIL };
    for (const report of Object.values(store.reports) as ((of: typeof span) => Promise<unknown>)[]) await report(span);
  },
};

/** The median milliseconds of each operation at a desk that has so many messages, and the seconds that filling took. */
async function measured(place: StorePlace, messages: number) {
  const store = await openStore(place);
  try {
    const begun = performance.now();
    await fillStore(store.db, messages / LINES_OF_TALK, UNTIL);
    const filled = (performance.now() - begun) / 1_000;
    const times = new Map<string, number>();
    for (const [name, operation] of Object.entries(OPERATIONS)) {
      // The first ones are slower whatever the desk is like: code and pages are not warm yet.
      for (let nth = 0; nth < WARM; nth++) await operation(store, ROUNDS + nth);
      const samples: number[] = [];
      for (let nth = 0; nth < ROUNDS; nth++) {
        const from = performance.now();
        await operation(store, nth);
        samples.push(performance.now() - from);
      }
      times.set(name, median(samples));
    }
    return { filled, times };
  } finally {
    await store.close();
  }
}

async function compare(
  name: string,
  places: readonly [StorePlace, StorePlace],
  size: () => Promise<string>,
): Promise<void> {
  const [small, large] = [await measured(places[0], SMALL), await measured(places[1], LARGE)];
  const rows = [...small.times].map(([what, before]) => {
    const after = large.times.get(what) ?? Number.NaN;
    return [what, before.toFixed(2), after.toFixed(2), (after / before).toFixed(1)];
  });
  console.log(`\n${name}（灌入 ${LARGE} 句用了 ${large.filled.toFixed(0)} 秒${await size()}）`);
  console.log(table([['中位数（毫秒）', `${SMALL} 句`, `${LARGE} 句`, '倍数'], ...rows]));
}

const folder = await mkdtemp(join(tmpdir(), 'beian-growth-'));
try {
  console.log(JSON.stringify(environment(new Date())));
  const [small, large] = [join(folder, 'small'), join(folder, 'large')];
  if (process.argv.includes('postgres')) {
    const server = await startPostgres();
    try {
      const at = (name: string): StorePlace => ({
        dataDir: folder,
        databaseUrl: server.url.replace(/\/postgres$/, `/${name}`),
      });
      const first = await openStore({ dataDir: folder, databaseUrl: server.url });
      const { sql } = await import('kysely');
      for (const name of ['small', 'large']) await sql.raw(`create database ${name}`).execute(first.db);
      await first.close();
      await compare('PostgreSQL', [at('small'), at('large')], async () => '');
    } finally {
      await server.stop();
    }
  } else {
    const size = async () => `，文件 ${((await stat(join(large, 'beian.sqlite'))).size / 1e6).toFixed(0)} MB`;
    await compare('SQLite', [{ dataDir: small }, { dataDir: large }], size);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
