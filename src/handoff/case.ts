/** Why a person is wanted. The list is closed (product rule). */
export const REASONS = [
  'user_asked',
  'face_unresolved',
  'no_answer_twice',
  'diagnostic_exhausted',
  'image_unfixable',
  'complaint',
  'system_error',
] as const;

export type Reason = (typeof REASONS)[number];

/** How a case was resolved, as the agent who closes it says. */
export const CODES = ['solved', 'advised', 'after_sales', 'unreachable', 'abuse', 'other'] as const;

export type Code = (typeof CODES)[number];

export type CaseState =
  /** The assistant has it. */
  | 'bot'
  /** Waits for a person. */
  | 'queued'
  /** Is offered to one agent. */
  | 'ringing'
  /** An agent has it, and something is unanswered. */
  | 'agent'
  /** An agent has it, and the person has the word. */
  | 'waiting_user'
  /** An agent closed it. */
  | 'resolved'
  /** Over: nobody said anything for long. */
  | 'closed'
  /** A 留言 waits to be answered. */
  | 'ticket'
  /** Comes back at a time that was agreed. */
  | 'follow_up';

/** Who has a conversation, and since when. Times are ISO 8601 in UTC; agents are named by their ids. */
export interface Case {
  readonly state: CaseState;
  /** Raised by one at every change: what was decided under another one no longer holds. */
  readonly epoch: number;
  /** In `agent` and `waiting_user` only. */
  readonly owner: string | null;
  /** In `ringing` only. */
  readonly ringing: { readonly agent: string; readonly until: string } | null;
  /** The agent who had it last, who is asked first when it comes back. */
  readonly lastOwner: string | null;
  readonly reason: Reason | null;
  /** When this state began. */
  readonly since: string;
  /** Since when a person of the desk is waited for: in `queued`, `ringing` and `ticket` only. */
  readonly waitingSince: string | null;
  /** Goes before those who did not have an agent yet. */
  readonly front: boolean;
  /** Goes on with the assistant while it waits. */
  readonly besideBot: boolean;
  /** The person's oldest message that no agent answered; what bots and the desk's own texts say never changes it. */
  readonly unansweredSince: string | null;
  /** When it comes back: of `follow_up`, and of what an agent put aside. */
  readonly due: string | null;
  readonly code: Code | null;
}

/** A conversation that nobody but the assistant ever had. */
export function newCase(at: string): Case {
  return {
    state: 'bot',
    epoch: 0,
    owner: null,
    ringing: null,
    lastOwner: null,
    reason: null,
    since: at,
    waitingSince: null,
    front: false,
    besideBot: false,
    unansweredSince: null,
    due: null,
    code: null,
  };
}
