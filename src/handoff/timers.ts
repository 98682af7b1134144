import type { Case } from './case.ts';
import { PRESENCE_MS } from './ring.ts';

/** After that long without an agent a 留言 is offered; product rule. */
export const OFFER_TICKET_MS = 60_000;

/**
 * Silence after which a person is warned. A whole day, so that the warning comes at an hour at which they were awake,
 * reaches them on channels that allow an answer for 48 hours, and leaves a day to fetch a document or another phone.
 */
export const IDLE_MS = { bot: 24 * 3_600_000, waiting_user: 24 * 3_600_000 } as const;

/** From the warning to the end: enough for a meal or a meeting; nothing is lost that one more word does not bring back. */
export const WARNING_MS = 2 * 3_600_000;

/** For how long a resolved case can be asked about: over a weekend. */
export const RESOLVED_MS = 72 * 3_600_000;

/** What time alone brings about. */
export type Action =
  /** The agent did not take it. */
  | { readonly is: 'ring-over'; readonly agent: string }
  | { readonly is: 'gone'; readonly agent: string }
  /** What was put off comes back. */
  | { readonly is: 'due' }
  /** Nobody has come so far, or nobody will for now: the desk is closed, or nobody is on duty. */
  | { readonly is: 'offer-ticket'; readonly because: 'waited' | 'closed' | 'nobody' }
  | { readonly is: 'warn-idle' }
  | { readonly is: 'end' }
  /** Resolved so long ago that the case is over. */
  | { readonly is: 'forget' };

/** What the life of a case does not know. Times are ISO 8601 in UTC. */
export interface World {
  readonly now: string;
  /** Any call of theirs counts; left out where nothing was ever heard of them. */
  readonly ownerSeenAt?: string;
  /** Agents available. */
  readonly onDuty: number;
  /** Whether it is within the desk's hours. */
  readonly open: boolean;
  readonly offeredTicketAt?: string;
  /** When anybody said anything last; the warning itself may count. */
  readonly lastLineAt: string;
  readonly warnedAt?: string;
  /** When what an agent had put aside came back last. */
  readonly backAt?: string;
}

/**
 * What is due, what fell due first at the beginning. Each holds for the case as
 * it was read: once one of them changes it, look again for the rest.
 */
export function dueOf(now: Case, world: World): readonly Action[] {
  return momentsOf(now, world)
    .filter(({ at }) => at <= Date.parse(world.now))
    .sort((a, b) => a.at - b.at)
    .map(({ action }) => action);
}

/** The earliest moment at which something is due if nothing happens meanwhile, past or to come; undefined where nothing will be. */
export function nextDueAt(now: Case, world: World): string | undefined {
  const first = Math.min(...momentsOf(now, world).map(({ at }) => at));
  return Number.isFinite(first) ? new Date(first).toISOString() : undefined;
}

interface Moment {
  /** Milliseconds of the epoch. */
  readonly at: number;
  readonly action: Action;
}

function momentsOf(now: Case, world: World): readonly Moment[] {
  switch (now.state) {
    case 'queued':
    case 'ringing':
      return [...ringOver(now), ...offerTicket(now, world)];
    case 'agent':
      return [...gone(now, world), ...due(now)];
    case 'waiting_user':
      return [...due(now), ...idle(now, world, IDLE_MS.waiting_user)];
    case 'bot':
      return idle(now, world, IDLE_MS.bot);
    case 'follow_up':
      return due(now);
    case 'resolved':
      return [{ at: Date.parse(now.since) + RESOLVED_MS, action: { is: 'forget' } }];
    case 'ticket':
    case 'closed':
      return [];
  }
}

function ringOver({ ringing }: Case): readonly Moment[] {
  return ringing ? [{ at: Date.parse(ringing.until), action: { is: 'ring-over', agent: ringing.agent } }] : [];
}

function gone({ owner, since, unansweredSince }: Case, { ownerSeenAt = since }: World): readonly Moment[] {
  if (owner === null || unansweredSince === null) return [];
  const at = Math.max(Date.parse(ownerSeenAt) + PRESENCE_MS, Date.parse(unansweredSince));
  return [{ at, action: { is: 'gone', agent: owner } }];
}

function due(now: Case): readonly Moment[] {
  return now.due === null ? [] : [{ at: Date.parse(now.due), action: { is: 'due' } }];
}

/** Once in a wait, and only to whom said something: a case that comes back at its time was not asked for just now. */
function offerTicket(now: Case, { offeredTicketAt, open, onDuty }: World): readonly Moment[] {
  if (now.waitingSince === null || now.unansweredSince === null) return [];
  const since = Date.parse(now.waitingSince);
  if (offeredTicketAt !== undefined && Date.parse(offeredTicketAt) >= since) return [];
  if (!open) return [{ at: since, action: { is: 'offer-ticket', because: 'closed' } }];
  if (onDuty < 1) return [{ at: since, action: { is: 'offer-ticket', because: 'nobody' } }];
  return [{ at: since + OFFER_TICKET_MS, action: { is: 'offer-ticket', because: 'waited' } }];
}

/**
 * A word after the warning takes it back. What an agent put aside is not silence until it is back, nor is what nobody
 * answered.
 */
function idle(now: Case, { lastLineAt, warnedAt, backAt = lastLineAt }: World, after: number): readonly Moment[] {
  if (now.unansweredSince !== null || now.due !== null) return [];
  const quietSince = Math.max(Date.parse(lastLineAt), Date.parse(now.since), Date.parse(backAt));
  if (warnedAt !== undefined && Date.parse(warnedAt) >= quietSince) {
    return [{ at: Date.parse(warnedAt) + WARNING_MS, action: { is: 'end' } }];
  }
  return [{ at: quietSince + after, action: { is: 'warn-idle' } }];
}
