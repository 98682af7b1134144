import type { Insertable } from 'kysely';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import type { Tables } from '../../src/adapters/store/tables.ts';
import type { OutcomeKind } from '../../src/bot/message.ts';

const FILLED = ['talks', 'lines', 'asked', 'audit', 'feedback', 'ratings', 'gaps'] as const;
type Rows = { readonly [Name in (typeof FILLED)[number]]: Insertable<Tables[Name]>[] };

const DAY = 86_400_000;
/** Rows that are inserted at once: SQLite takes no more than 32 766 values. */
const CHUNK = 500;

const CHANNELS = { web: 46, wechat: 28, dingtalk: 17, wecom: 9 };
const ENTRIES = { 8: 22, 1: 15, 10: 13, 9: 10, 2: 9, 5: 8, 3: 6, 7: 5, 6: 4, 12: 3, 11: 3, 4: 2 };
const REASONS = { user_asked: 36, face_unresolved: 26, no_answer_twice: 15, diagnostic_exhausted: 10, complaint: 5 };
const VERDICTS = { 'face-retry': 55, 'face-not-self': 20, 'offer-human': 25 };

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A desk's life of so many days up to `last` (YYYY-MM-DD in China), to look at reports and to time them: made up, the same for the same seed. */
export async function fillReports(
  { db }: SqlStore,
  {
    last,
    days,
    daily,
    seed = 1,
  }: { readonly last: string; readonly days: number; readonly daily: number; readonly seed?: number },
): Promise<void> {
  const chance = seeded(seed);
  const rows: Rows = { talks: [], lines: [], asked: [], audit: [], feedback: [], ratings: [], gaps: [] };
  for (let nth = 0; nth < days; nth++) {
    const midnight = Date.parse(`${last}T00:00:00+08:00`) - (days - 1 - nth) * DAY;
    const weekday = new Date(midnight + DAY / 3).getUTCDay();
    const share = weekday === 0 || weekday === 6 ? 0.4 : 1;
    const count = Math.round(daily * share * (0.85 + 0.3 * chance()));
    for (let one = 0; one < count; one++)
      converse(rows, `t${nth}-${one}`, midnight + (9 + 12 * chance()) * 3_600_000, chance);
  }
  for (const name of FILLED) {
    for (let from = 0; from < rows[name].length; from += CHUNK) {
      await db
        .insertInto(name)
        .values(rows[name].slice(from, from + CHUNK) as never)
        .execute();
    }
  }
}

function converse(rows: Rows, talk: string, begun: number, chance: () => number): void {
  const channel = pick(CHANNELS, chance());
  let seq = 0;
  let now = begun;
  const at = () => new Date(now).toISOString();
  rows.talks.push({
    ...{ id: talk, channel, room: talk, person: 'u', token_hash: null, opened_at: at(), seq: 0 },
    ...{ facts: '{}', memory: '{}', context: '{}', state: 'bot', epoch: 0, told: '{}' },
  });
  const line = (speaker: 'user' | 'bot', said: string): void => {
    seq += 1;
    rows.lines.push({ talk, seq, at: at(), speaker, said });
  };
  const turn = (kind: OutcomeKind, entry: number | null, verdict: string | null = null): void => {
    now += 20_000 + Math.round(chance() * 90_000);
    line('user', '问');
    line('bot', '答');
    rows.asked.push({
      ...{ talk, seq, at: at(), channel, kind, entry, entries: entry === null ? '[]' : `[${entry}]` },
      ...{ diagnostic: verdict === null ? null : 'face-verification', verdict, error: null },
      ...{ confidence: 0.9, ms: 20 },
    });
  };

  const entry = Number(pick(ENTRIES, chance()));
  if (chance() < 0.04) turn('smalltalk', null);
  else if (chance() < 0.07) {
    const outcome = chance() < 0.6 ? 'not-covered' : 'clarify';
    turn(outcome, null);
    rows.gaps.push({ talk, seq, nth: 0, at: at(), question: '问', outcome, candidates: '[]', confidence: 0.2 });
  } else {
    turn('answer', entry);
    if (entry === 8) turn('finding', 8, pick(VERDICTS, chance()));
    if (chance() < 0.4) turn('answer', entry);
  }
  const wasUnhelpful = chance() < 0.06;
  if (wasUnhelpful || chance() < 0.25) rows.feedback.push({ talk, seq, at: at(), helpful: wasUnhelpful ? 0 : 1 });
  if (chance() < 0.14) handOver(rows, talk, now, chance);
  else if (chance() < 0.3) {
    now += 60_000;
    line('user', '解决了');
  }
}

function handOver(rows: Rows, talk: string, begun: number, chance: () => number): void {
  const reason = pick(REASONS, chance());
  const moved = (ms: number, from: string, to: string): void => {
    const detail = JSON.stringify({ from, to, owner: null, reason, code: null, epoch: 1 });
    const at = new Date(begun + ms).toISOString();
    rows.audit.push({ at, who: 'system', what: 'transition', talk, detail });
  };
  const isTicket = chance() < 0.15;
  const waited = Math.round((isTicket ? 3_600_000 : 12_000) * (0.4 + 4 * chance() ** 3));
  moved(0, 'bot', isTicket ? 'ticket' : 'queued');
  if (chance() < 0.06) {
    moved(waited, 'queued', 'bot');
    return;
  }
  moved(waited, isTicket ? 'ticket' : 'queued', 'waiting_user');
  const closed = waited + Math.round(240_000 + chance() ** 2 * 2_400_000);
  if (chance() < 0.9) moved(closed, 'waiting_user', 'resolved');
  if (chance() < 0.6) {
    const score = Number(pick({ 5: 60, 4: 25, 3: 9, 2: 3, 1: 3 }, chance()));
    rows.ratings.push({ talk, at: new Date(begun + closed).toISOString(), score, said: null, agent: null });
  }
}

/** A key, each as likely as its weight. */
function pick<Key extends string | number>(weights: Readonly<Record<Key, number>>, at: number): string {
  const entries = Object.entries<number>(weights);
  let left = at * entries.reduce((total, [, weight]) => total + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.at(-1)?.[0] ?? '';
}
