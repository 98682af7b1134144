import type { Case } from './case.ts';
import { later } from './later.ts';
import { IDLE_MS } from './timers.ts';

/** What whoever comes next has to do about a case. */
export type NextStep =
  /** Take it: its person waits in the queue. */
  | 'claim'
  /** Take and answer the 留言. */
  | 'answer-ticket'
  /** Answer: something the person said is open. */
  | 'answer'
  /** Look again when the time comes that was agreed, or that it was put aside until. */
  | 'look-again'
  /** Ask how it went: the person has had the word for long, and the desk is about to end it. */
  | 'ask'
  /** Nothing but wait: the person has the word. */
  | 'wait';

/** Where the ladder of the face verification stands, as what comes next on it. */
export type Rung =
  /** Have it made by the head of the site in person: somebody else was at the camera. */
  | 'right-person'
  /** Find out who is at the camera. */
  | 'who'
  /** Advise where there is enough light. */
  | 'advise'
  /** Try once more as advised. */
  | 'retry'
  /** Lead to the filing system's own 人工审核. */
  | 'review';

/** What is known of a face verification. */
export interface FaceKnown {
  readonly inPerson?: boolean;
  /** Failures since our advice was given; absent before it was. */
  readonly failuresAfterAdvice?: number;
}

export interface InHand {
  readonly case: Case;
  /** When anybody said anything last (ISO 8601). */
  readonly lastAt: string;
  /** Absent where the case is about something else. */
  readonly face?: FaceKnown;
  readonly now: string;
  /** For how long somebody may wait before it is too long, in milliseconds. */
  readonly patience: number;
}

export interface NextAction {
  readonly is: NextStep;
  readonly rung: Rung | null;
  /** By when (ISO 8601), past or to come; null where nothing sets a time. */
  readonly due: string | null;
}

/** So many failures after the advice was given are enough (product rule). */
const ENOUGH = 2;
/** So long before the desk warns of the end, the person is asked: an hour, so that a shift still does it. */
const BEFORE_WARNING_MS = 3_600_000;

/** What comes next for a case that is open; undefined where it is over, or the assistant's alone. */
export function nextAction(inHand: InHand): NextAction | undefined {
  const step = stepOf(inHand);
  return step && { ...step, rung: inHand.face ? rungOf(inHand.face, inHand.case) : null };
}

function stepOf({ case: life, lastAt, now, patience }: InHand): Omit<NextAction, 'rung'> | undefined {
  const { state, due, waitingSince, unansweredSince, since } = life;
  switch (state) {
    case 'queued':
    case 'ringing':
      return { is: 'claim', due: later(waitingSince ?? since, patience) };
    case 'ticket':
      return { is: 'answer-ticket', due: null };
    case 'follow_up':
      return { is: 'look-again', due };
    case 'agent':
      // Put aside by its agent, who has read it.
      if (due !== null) return { is: 'look-again', due };
      return { is: 'answer', due: later(unansweredSince ?? since, patience) };
    case 'waiting_user': {
      if (due !== null) return { is: 'look-again', due };
      const warned = later(lastAt, IDLE_MS.waiting_user);
      const isNear = Date.parse(now) >= Date.parse(warned) - BEFORE_WARNING_MS;
      return { is: isNear ? 'ask' : 'wait', due: warned };
    }
    case 'bot':
    case 'resolved':
    case 'closed':
      return undefined;
  }
}

/** Nobody is handed over for `face_unresolved` who has not climbed the ladder already. */
function rungOf({ inPerson, failuresAfterAdvice }: FaceKnown, { reason }: Case): Rung {
  if (inPerson === false) return 'right-person';
  if (reason === 'face_unresolved' || (failuresAfterAdvice ?? 0) >= ENOUGH) return 'review';
  if (inPerson === undefined) return 'who';
  return failuresAfterAdvice === undefined ? 'advise' : 'retry';
}
