import type { Kysely } from 'kysely';
import type { Case, CaseState } from '../../handoff/case.ts';
import { msBetween } from '../../handoff/later.ts';
import { PARKED } from '../../handoff/outbox.ts';
import { PRESENCE_MS } from '../../handoff/ring.ts';
import { hasCase } from './first-of-each.ts';
import type { Tables } from './tables.ts';

/** Something that waits to be worked on: how much, and how long the oldest has been due, in milliseconds; 0 where none is. */
interface Waiting {
  readonly count: number;
  readonly oldestMs: number;
}

/** What lies at the desk at a moment. */
export interface Stock {
  /** Conversations in each state that is not over, and that more than the assistant has. */
  readonly cases: ReadonlyMap<CaseState, number>;
  /** People who wait for somebody. */
  readonly queue: Waiting;
  readonly agentsOnDuty: number;
  /** Lines to be sent; `parked` ones wait for their person to write, and count in neither. */
  readonly outbox: Waiting & { readonly parked: number };
  readonly mails: Waiting;
  /** What vendors brought and nobody answered yet. */
  readonly inbox: Waiting;
}

/** States that end by themselves or by somebody's work: the others grow for ever. */
export const OPEN_STATES = [
  'queued',
  'ringing',
  'agent',
  'waiting_user',
  'ticket',
  'follow_up',
] as const satisfies readonly CaseState[];

/** Counts what is open, each by its index: what is over costs nothing, however much it is. */
export async function stockOf(db: Kysely<Tables>, now: string): Promise<Stock> {
  const age = (oldest: string | null | undefined): number =>
    oldest == null || oldest > now ? 0 : msBetween(oldest, now);
  const waitingOf = (row?: { count: unknown; oldest: string | null }): Waiting => ({
    count: Number(row?.count ?? 0),
    oldestMs: age(row?.oldest),
  });
  // One after the other: whoever only watches takes no more than one connection from those who work.
  const states = await db
    .selectFrom('talks')
    .select(['state', ({ fn }) => fn.countAll().as('count')])
    .where('state', 'in', [...OPEN_STATES])
    .where(hasCase())
    .groupBy('state')
    .execute();
  const waiting = await db
    .selectFrom('talks')
    .select('life')
    .where('state', 'in', ['queued', 'ringing'])
    .where(hasCase())
    .execute();
  const present = await db.selectFrom('presence').selectAll().where('available', '=', 1).execute();
  const unsent = db.selectFrom('outbox').where('settled', 'is', null);
  const outbox = await unsent
    .select([({ fn }) => fn.countAll().as('count'), ({ fn }) => fn.min('due_at').as('oldest')])
    .where('due_at', '<', PARKED)
    .executeTakeFirst();
  const parked = await unsent
    .select(({ fn }) => fn.countAll().as('count'))
    .where('due_at', '=', PARKED)
    .executeTakeFirst();
  const mails = await db
    .selectFrom('mails')
    .select([({ fn }) => fn.countAll().as('count'), ({ fn }) => fn.min('due_at').as('oldest')])
    .where('settled', 'is', null)
    .executeTakeFirst();
  const inbox = await db
    .selectFrom('inbox')
    .select([({ fn }) => fn.countAll().as('count'), ({ fn }) => fn.min('at').as('oldest')])
    .where('done_at', 'is', null)
    .executeTakeFirst();
  const since = waiting.flatMap(({ life }) => (life === null ? [] : [(JSON.parse(life) as Case).waitingSince ?? now]));
  return {
    cases: new Map(states.map(({ state, count }) => [state, Number(count)])),
    queue: { count: waiting.length, oldestMs: age(since.toSorted()[0]) },
    agentsOnDuty: present.filter(({ seen_at }) => msBetween(seen_at, now) < PRESENCE_MS).length,
    outbox: { ...waitingOf(outbox), parked: Number(parked?.count ?? 0) },
    mails: waitingOf(mails),
    inbox: waitingOf(inbox),
  };
}
