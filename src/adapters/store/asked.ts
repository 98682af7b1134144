import type { Insertable } from 'kysely';
import type { Commit } from '../../bot/ports.ts';
import type { AskedTable } from './tables.ts';

/**
 * What a turn counts as in reports; undefined where the assistant answered nothing: the desk spoke or drafted, or the
 * person's data was erased, of which only the receipt stays.
 */
export function askedRow(
  { id, at, by, erase, outcome, recognised, ms, replies }: Commit,
  channel: string,
  seq: number,
): Insertable<AskedTable> | undefined {
  if (by !== 'bot' || outcome.kind === 'silent' || erase || replies.length === 0) return undefined;
  const { kind, entry, entries, diagnostic, verdict, confidence } = outcome;
  return {
    talk: id,
    seq,
    at,
    channel,
    kind,
    entry,
    entries: JSON.stringify(entries),
    diagnostic,
    verdict,
    error: recognised ?? null,
    confidence,
    ms: ms === undefined ? null : Math.round(ms),
  };
}
