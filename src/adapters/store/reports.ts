import type { Kysely } from 'kysely';
import type { Gap } from '../../bot/ports.ts';
import type { Reason } from '../../handoff/case.ts';
import { conversationReports } from './reports-conversations.ts';
import { faceReports } from './reports-faces.ts';
import { handoverReports } from './reports-handovers.ts';
import { judgementReports } from './reports-judgements.ts';
import type { Tables } from './tables.ts';

/** Instants (ISO 8601, UTC), `to` not included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * How one conversation of one day ended, the first that is true: it went to the desk, nothing was asked (a greeting),
 * the person said 没帮助, no entry and no check answered, the assistant answered.
 */
export type Ending = 'person' | 'nothing-asked' | 'unhelpful' | 'unanswered' | 'solved';

/** What became of a conversation of one day in which faces were checked, the first that is true. */
export type FaceEnding = 'person' | 'solved' | 'not-self' | 'manual-review' | 'retry' | 'unfinished';

/** `day` is a day in China (YYYY-MM-DD); a talk counts as one conversation on each day it is gone on with. */
export interface OnDay {
  readonly day: string;
}

export interface ConversationCount extends OnDay {
  readonly channel: string;
  readonly ending: Ending;
  readonly conversations: number;
  /** Turns that the assistant answered in them. */
  readonly turns: number;
}

/** One conversation that came to the desk. */
export interface Handover {
  readonly at: string;
  readonly reason: Reason | null;
  /** Whether it became a 留言 before an agent said anything. */
  readonly ticket: boolean;
  /** When an agent first said something; null where none did. */
  readonly repliedAt: string | null;
  /** When an agent closed it; null while it is open, and where it ended otherwise. */
  readonly resolvedAt: string | null;
}

/** What supervisors count. Numbers alone: nothing of it tells who somebody is. In no order, but for handovers. */
export interface Reports {
  conversations(span: Span): Promise<readonly ConversationCount[]>;
  /** Conversations in which an entry was answered; one that had two counts for both. */
  entries(span: Span): Promise<readonly (OnDay & { readonly entry: number; readonly conversations: number })[]>;
  /** Those that came to the desk in the span, whenever they went on, from the first. */
  handovers(span: Span): Promise<readonly Handover[]>;
  faces(span: Span): Promise<readonly (OnDay & { readonly ending: FaceEnding; readonly conversations: number })[]>;
  /** 有帮助 and 没帮助, by the entry of the answer. */
  feedback(
    span: Span,
  ): Promise<readonly (OnDay & { readonly entry: number | null; readonly helpful: boolean; readonly count: number })[]>;
  /** 1 to 5, for people. */
  ratings(span: Span): Promise<readonly (OnDay & { readonly score: number; readonly count: number })[]>;
  gaps(span: Span): Promise<readonly (OnDay & { readonly outcome: Gap['outcome']; readonly count: number })[]>;
}

export function reports(db: Kysely<Tables>): Reports {
  return { ...conversationReports(db), ...handoverReports(db), ...faceReports(db), ...judgementReports(db) };
}
