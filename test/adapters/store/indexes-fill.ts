import { type Kysely, type RawBuilder, sql } from 'kysely';
import { isPostgres } from '../../../src/adapters/store/is-postgres.ts';
import type { Tables } from '../../../src/adapters/store/tables.ts';
import { outcome } from '../../../src/bot/message.ts';
import { newCase } from '../../../src/handoff/case.ts';

/** Messages of one filled conversation: five questions, each with its answer. */
export const LINES_OF_TALK = 10;

const USER_TEXT = '扫码之后一直停在上传页面，提示版本过低，请问要怎么处理才能继续上传资料？';
const BOT_TEXT = `请先**更新**阿里云 APP 到最新版本，再重新扫码。${'如果手机系统版本过低，请换一部手机完成。'.repeat(6)}`;
const OUTCOME = JSON.stringify(outcome('answer', { entry: 1, confidence: 0.93 }));
const ANSWERED = JSON.stringify({
  messages: [{ seq: 2, at: '2025-03-01T08:00:00.000Z', by: 'bot', text: BOT_TEXT, outcome: JSON.parse(OUTCOME) }],
  outcome: JSON.parse(OUTCOME),
});

/**
 * A year of a desk before `until` (ISO 8601), made by the database itself: so many conversations of ten messages each,
 * one in seven of which went to the desk and is closed, with all that the desk keeps of them; forty are still open.
 */
export async function fillStore(db: Kysely<Tables>, talks: number, until: string): Promise<void> {
  const end = Math.floor(Date.parse(until) / 1000) - 3600;
  const step = Math.max(1, Math.floor((365 * 86_400) / talks));
  const at = (later: string | number = 0) =>
    stampOf(db, sql`${sql.lit(end - talks * step)} + n.i * ${sql.lit(step)} + ${sql.raw(String(later))}`);
  const run = async (into: string, rows: RawBuilder<unknown>, from = 1, to = talks): Promise<void> => {
    const numbers = sql`with recursive n(i) as (select ${sql.lit(from)} union all select i + 1 from n where i < ${sql.lit(to)})`;
    await sql`insert into ${sql.raw(into)} ${numbers} ${rows}`.execute(db);
  };
  const channel = sql`case n.i % 10 when 0 then 'dingtalk' when 1 then 'wechat' when 2 then 'wechat' when 3 then 'wecom' else 'web' end`;
  const closed = sql`n.i % 7 = 0`;
  const life = (state: 'bot' | 'closed') => text({ ...newCase(until), state, epoch: 5, lastOwner: 'agent-1' });

  await run(
    'talks (id, channel, room, person, opened_at, seq, facts, memory, context, state, epoch, life, told, spoken_at, moved_at, identity)',
    sql`select 't' || n.i, ${channel}, 'r' || n.i, 'p' || (n.i / 2), ${at()}, 10, '{"entry":1}', '{}', '{}',
      case when ${closed} then 'closed' else 'bot' end, case when ${closed} then 5 else 0 end,
      case when ${closed} then ${life('closed')} end, '{}', ${at(300)}, ${at(300)},
      case when n.i % 3 = 0 then 'digest-' || (n.i / 6) end from n`,
  );
  await openCases(db, talks, until);
  const line = sql`(n.i - 1) / 10 + 1`;
  const lineAt = stampOf(db, sql`${sql.lit(end - talks * step)} + (${line}) * ${sql.lit(step)} + n.i % 10 * 20`);
  await run(
    'lines (talk, seq, at, speaker, said, outcome)',
    sql`select 't' || (${line}), (n.i - 1) % 10 + 1, ${lineAt}, case when n.i % 2 = 1 then 'user' else 'bot' end,
      case when n.i % 2 = 1 then ${text(USER_TEXT)} else ${text(BOT_TEXT)} end,
      case when n.i % 2 = 0 then ${text(OUTCOME)} end from n`,
    1,
    talks * LINES_OF_TALK,
  );
  const turn = sql`(n.i - 1) / 5 + 1`;
  const turnAt = stampOf(db, sql`${sql.lit(end - talks * step)} + (${turn}) * ${sql.lit(step)} + n.i % 5 * 40`);
  await run(
    'turns (talk, id, at, digest, answered)',
    sql`select 't' || (${turn}), '8f14e45f-ceea-467f-9b0c-' || n.i, ${turnAt}, 'IuQ2Y5yN3Jr8m0v1wq7tZc4hKd9sXe6oLb5fGa2pRu0', ${text(ANSWERED)} from n`,
    1,
    talks * 5,
  );
  await run(
    'asked (talk, seq, at, channel, kind, entry, entries, diagnostic, verdict, error, confidence, ms)',
    sql`select 't' || (${turn}), (n.i - 1) % 5 * 2 + 2, ${turnAt}, 'web', case when n.i % 9 = 0 then 'not-covered' else 'answer' end,
      case when n.i % 9 = 0 then null else n.i % 12 + 1 end, '[1]', case when n.i % 12 = 7 then 'face-verification' end,
      case when n.i % 24 = 7 then 'face-retry' end, case when n.i % 40 = 0 then '非法参数' end, 0.9, 20 from n`,
    1,
    talks * 5,
  );
  await run(
    'feedback (talk, seq, at, helpful)',
    sql`select 't' || n.i, 2, ${at(50)}, n.i % 2 from n where n.i % 4 = 0`,
  );
  await run(
    'gaps (talk, seq, nth, at, question, outcome, candidates, confidence)',
    sql`select 't' || n.i, 4, 0, ${at(80)}, ${text(USER_TEXT)}, 'not-covered', '[1,2]', 0.3 from n where n.i % 3 = 0`,
  );
  await run(
    'tickets (id, talk, at, message, contact, done_at)',
    sql`select 'L-' || n.i, 't' || n.i, ${at(90)}, '请回电', 'v1.x',
      case when n.i % 1000 <> 0 then ${at(9000)} end from n where n.i % 4 = 0`,
  );
  await run(
    'notes (talk, nth, at, after, kind, author, body)',
    sql`select 't' || n.i, 1, ${at(90)}, 4, 'event', null, '{"what":"claim"}' from n where ${closed}`,
  );
  await run('waits (talk, at, ms)', sql`select 't' || n.i, ${at(95)}, 30000 from n where ${closed}`);
  await run(
    'ratings (talk, at, score, said, agent)',
    sql`select 't' || n.i, ${at(300)}, n.i % 5 + 1, null, 'agent-1' from n where ${closed}`,
  );
  for (const [later, from, to] of [
    [60, 'bot', 'queued'],
    [90, 'queued', 'waiting_user'],
    [250, 'waiting_user', 'resolved'],
    [300, 'resolved', 'closed'],
  ] as const) {
    const detail = text({
      from,
      to,
      owner: null,
      reason: 'user_asked',
      code: to === 'resolved' ? 'solved' : null,
      epoch: 1,
    });
    await run(
      'audit (at, who, what, talk, detail)',
      sql`select ${at(later)}, 'agent-' || (n.i % 20), 'transition', 't' || n.i, ${detail} from n where ${closed}`,
    );
  }
  await run(
    'audit (at, who, what, talk, detail)',
    sql`select ${at()}, 'agent-' || (n.i % 20), case n.i % 3 when 0 then 'sign-in' when 1 then 'reveal' else 'content' end, null, '{}' from n where n.i % 5 = 0`,
  );
  await run(
    'outbox (talk, seq, speaker, epoch, tries, due_at, settled, settled_at)',
    sql`select 't' || (${turn}), (n.i - 1) % 5 * 2 + 2, 'bot', 0, 0, ${turnAt}, case when n.i % 500 = 0 then 'dead' else 'sent' end, ${turnAt} from n where (${turn}) % 10 < 4`,
    1,
    talks * 5,
  );
  await run(
    'mails (talk, seq, ticket, tries, due_at, settled, settled_at)',
    sql`select 't' || n.i, 6, 'L-' || n.i, 0, ${at(9000)}, 'sent', ${at(9001)} from n where n.i % 8 = 0`,
  );
  await run(
    'inbox (channel, id, key, nth, at, tries, free_at, done_at)',
    sql`select 'wechat', 'i' || n.i, 'k' || (n.i / 5), n.i, ${at()}, 1, ${at()}, ${at()} from n`,
  );
  await run(
    'vendor_memory (name, value, until)',
    sql`select 'session:' || n.i, 'v1.x', ${text('2026-12-01T00:00:00.000Z')} from n where n.i % 3 = 0`,
  );
  await run('windows (talk, until, messages)', sql`select 't' || n.i, ${at(172_800)}, 5 from n where n.i % 10 < 4`);
  await run(
    'asked_rates (key, hits, ends)',
    sql`select 'web:' || n.i, 1, cast(${sql.lit(end)} as bigint) * 1000 + 90000000 + n.i from n`,
  );
  await run(
    'files (talk, id, at, sealed)',
    isPostgres(db)
      ? sql`select 't' || n.i, 'f', ${at()}, '\\x00'::bytea from n where n.i % 5 = 0`
      : sql`select 't' || n.i, 'f', ${at()}, x'00' from n where n.i % 5 = 0`,
  );
  await run(
    'phone_codes (hash, talk, sealed, until)',
    sql`select 'h' || n.i, 't' || n.i, 'v1.x', ${text('2026-12-01T00:00:00.000Z')} from n where n.i % 10 = 0`,
  );
  await run(
    'sign_in_failures (name_digest, at)',
    sql`select 'd' || (n.i / 3), ${text('2026-12-01T00:00:00.000Z')} from n where n.i % 10 = 0`,
  );
  // PostgreSQL does so by itself; a SQLite file is never analysed.
  if (isPostgres(db)) await sql`analyze`.execute(db);
}

/** Forty of the latest conversations wait or are held by agents. */
async function openCases(db: Kysely<Tables>, talks: number, until: string): Promise<void> {
  const states = ['queued', 'queued', 'waiting_user', 'agent'] as const;
  for (let nth = 0; nth < Math.min(40, talks); nth++) {
    const state = states[nth % states.length] ?? 'queued';
    const owner = state === 'queued' ? null : `agent-${nth % 4}`;
    const since = new Date(Date.parse(until) - (nth + 1) * 30_000).toISOString();
    const life = {
      ...newCase(since),
      state,
      owner,
      epoch: 2,
      reason: 'user_asked',
      waitingSince: owner === null ? since : null,
    };
    await db
      .updateTable('talks')
      .set({ state, owner, epoch: 2, life: JSON.stringify(life), spoken_at: since, moved_at: since })
      .where('id', '=', `t${talks - nth}`)
      .execute();
  }
}

/** A text as SQL; objects as JSON. */
function text(value: string | object): RawBuilder<string> {
  return sql`${sql.lit(typeof value === 'string' ? value : JSON.stringify(value))}`;
}

/** Seconds since 1970 as an instant (ISO 8601). */
function stampOf(db: Kysely<Tables>, seconds: RawBuilder<unknown>): RawBuilder<string> {
  return isPostgres(db)
    ? sql`to_char(to_timestamp(${seconds}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${seconds}, 'unixepoch')`;
}
