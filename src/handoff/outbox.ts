import type { Case } from './case.ts';
import { later } from './later.ts';

/** A text on its way to a person. */
export interface OutboxRow {
  /** Of this row alone: a channel that is handed it twice delivers it once. */
  readonly id: string;
  readonly talk: string;
  /** Which piece of its message, where a channel needs several. */
  readonly part: number;
  readonly by: 'bot' | 'system' | 'agent';
  /** The epoch of the case it was written under. */
  readonly epoch: number;
  /**
   * For how long a text of `system` is true: as long as the person waits (a position in the queue), or until anything
   * changes (a warning that the talk will be closed). Left out: always, as that an agent has joined, or a receipt.
   */
  readonly holds?: 'waiting' | 'epoch';
  /** How often it was tried in vain. */
  readonly tries: number;
  /** Not before (ISO 8601, UTC). */
  readonly dueAt: string;
  readonly sentAt: string | null;
}

/** When a row is due that can only be sent once its person has written again: never, until then. */
export const PARKED = '9999-12-31T23:59:59.999Z';

/** Goes out, stays with the desk as a private draft, or is thrown away. */
export type Fate = 'send' | 'draft' | 'drop';

/** What becomes of a row that was not sent yet, by the case as it is now. What an agent wrote is always sent. */
export function fateOf({ by, epoch, holds }: Pick<OutboxRow, 'by' | 'epoch' | 'holds'>, now: Case): Fate {
  const waits = now.state === 'queued' || now.state === 'ringing';
  switch (by) {
    case 'agent':
      return 'send';
    case 'bot':
      return now.owner === null ? 'send' : 'draft';
    case 'system':
      if (holds === undefined || epoch === now.epoch) return 'send';
      return holds === 'waiting' && waits ? 'send' : 'drop';
  }
}

/**
 * The rows of a talk that must no longer be sent, to be taken out in the same
 * transaction that changes its case: one that waits for its next try would
 * otherwise hold up the agent's words behind it, or go out after all once the
 * assistant has the talk again.
 */
export function withdrawn<Row extends Pick<OutboxRow, 'by' | 'epoch' | 'holds' | 'sentAt'>>(
  rows: readonly Row[],
  now: Case,
): readonly { readonly row: Row; readonly fate: 'draft' | 'drop' }[] {
  return rows.flatMap((row) => {
    const fate = row.sentAt === null ? fateOf(row, now) : 'send';
    return fate === 'send' ? [] : [{ row, fate }];
  });
}

/** Times a row is handed to its channel: the waits between them add up to 1 h 47 min, longer than a vendor is usually down. */
const TRIES = 16;
const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/** When a row is tried again that was tried so often (1 or more) in vain; undefined after the last try: it is a dead letter. */
export function retryAt(tries: number, now: string): string | undefined {
  if (tries >= TRIES) return undefined;
  return later(now, Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS));
}

/** Given up: an agent has to know. */
export function isDead({ tries, sentAt }: Pick<OutboxRow, 'tries' | 'sentAt'>): boolean {
  return sentAt === null && tries >= TRIES;
}

/**
 * Of rows in the order they were written: the first unsent one of each talk,
 * where its time has come. Those behind it wait, so that a conversation stays
 * in order; a dead one holds nobody up.
 */
export function nextDue<Row extends Pick<OutboxRow, 'talk' | 'tries' | 'dueAt' | 'sentAt'>>(
  rows: readonly Row[],
  now: string,
): readonly Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    if (row.sentAt === null && !isDead(row) && !first.has(row.talk)) first.set(row.talk, row);
  }
  return [...first.values()].filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(now));
}
