import { caseCardOf } from '../../../bot/case-card-of.ts';
import type { TalkRecord } from '../../../bot/talk-record.ts';
import type { Knowledge } from '../../../knowledge/knowledge.ts';

/** A conversation as lists show it. */
export function summaryOf(record: TalkRecord, knowledge: Knowledge | undefined) {
  const { id, talk, case: life, spokenAt, seq, notes, blockedAt, read } = record;
  const { state, epoch, owner, ringing, reason, since, waitingSince, unansweredSince, due, front } = life;
  return {
    talk: id,
    channel: talk.channel,
    state,
    epoch,
    owner,
    ringingFor: ringing?.agent ?? null,
    ringingUntil: ringing?.until ?? null,
    reason,
    since,
    waitingSince,
    unansweredSince,
    due,
    front,
    lastAt: spokenAt,
    seq,
    notes,
    blocked: blockedAt !== null,
    read,
    card: caseCardOf(record, knowledge),
  };
}
