import type Database from 'better-sqlite3';
import type pg from 'pg';
import type { Statement } from './indexes-recorded.ts';

/** What a database reads from one end to the other for a statement: names of tables, with how. */
export type Plan = readonly string[];

/** These grow for as long as the service runs. The others have a row for each agent, setting, release or incident. */
const GROWING: ReadonlySet<string> = new Set([
  ...['talks', 'lines', 'turns', 'asked', 'feedback', 'gaps', 'tickets', 'files', 'notes', 'outbox', 'mails'],
  ...['waits', 'ratings', 'audit', 'announced', 'inbox', 'vendor_memory', 'windows', 'asked_rates', 'phone_codes'],
  'sign_in_failures',
]);

/** Indexes of what is open now: one may be read whole, since it is as long as the desk's work is, not its past. */
const OPEN: ReadonlySet<string> = new Set([
  ...[
    'talks_by_owner',
    'talks_by_due',
    'announcements_running',
    'tickets_open',
    'outbox_open',
    'mails_open',
    'inbox_undone',
  ],
]);

export function sqlitePlan(database: Database.Database, { sql, parameters }: Statement): Plan {
  const steps = database.prepare(`explain query plan ${sql}`).all(...parameters) as { readonly detail: string }[];
  const names = new Map([...sql.matchAll(/"(\w+)" as "(\w+)"/g)].map(([, table = '', alias = '']) => [alias, table]));
  return steps.flatMap(({ detail }) => {
    const [, name = '', index] = /^SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?/.exec(detail) ?? [];
    const table = names.get(name) ?? name;
    if (!GROWING.has(table) || OPEN.has(index ?? '')) return [];
    // The first rows of an order: it stops once it has enough of them, where nothing sifts them but what most rows have.
    const sifted = sql.replace('where "what" = ? and what = \'transition\'', '');
    const isSorted = steps.some((step) => /USE TEMP B-TREE FOR ORDER/.test(step.detail));
    if (/ limit \?\)?/.test(sifted) && !/ where /.test(sifted) && !isSorted) return [];
    return [detail];
  });
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Node[];
}

export async function postgresPlan(pool: pg.Pool, { sql, parameters }: Statement): Promise<Plan> {
  const client = await pool.connect();
  try {
    // Of a short table it would read all, whatever there is to find a row by.
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query(`explain (format json) ${sql}`, [...parameters]);
    const [{ Plan: root }] = rows[0]['QUERY PLAN'] as [{ readonly Plan: Node }];
    const sizes = await client.query('select relname, reltuples from pg_class');
    return scans(root, false, new Map(sizes.rows.map(({ relname, reltuples }) => [relname, Number(reltuples)])));
  } finally {
    client.release(true);
  }
}

/** Of an order that is sifted, the first rows are soon found where every hundredth row or more is one of them. */
const OFTEN = 0.01;

function scans(node: Node, limited: boolean, sizes: ReadonlyMap<string, number>): Plan {
  const { 'Node Type': kind, 'Relation Name': table = '', 'Index Name': index = '', Plans = [] } = node;
  const isWhole =
    /^(Seq|Index|Index Only|Bitmap Heap) Scan$/.test(kind) && !node['Index Cond'] && !node['Recheck Cond'];
  const isOften = !node.Filter || node['Plan Rows'] > OFTEN * (sizes.get(table) ?? 0);
  const isFirst = limited && isOften && kind !== 'Seq Scan';
  const own = isWhole && GROWING.has(table) && !isFirst && !OPEN.has(index) ? [`${kind} of ${table} ${index}`] : [];
  // Sorting and grouping need all rows, whatever stands above them.
  const passes = limited || kind === 'Limit';
  const stops = !/^(Sort|Aggregate|Hash|Materialize)$/.test(kind);
  return [...own, ...Plans.flatMap((below) => scans(below, passes && stops, sizes))];
}
