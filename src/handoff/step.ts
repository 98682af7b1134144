import type { Code, Reason } from './case.ts';

/** Something that happens to a case. `at` is when (ISO 8601), `agent` by or for whom. */
export type Step = { readonly at: string } & Happening;

type Happening =
  /** A person of the desk is wanted; who waits already keeps the place, for the more urgent of both reasons. */
  | { readonly is: 'hand-over'; readonly reason: Reason /** Before all others. */; readonly urgent?: boolean }
  /** The user goes on with the assistant while waiting, waits in silence again, or no longer waits. */
  | { readonly is: 'stay-with-bot' }
  | { readonly is: 'wait' }
  | { readonly is: 'leave-queue' }
  /** The user is to leave a 留言, since nobody can come now: for the reason given, or for that of the handover it ends. */
  | { readonly is: 'leave-ticket'; readonly reason: Reason | null }
  | { readonly is: 'user-speaks' }
  /** It is offered to an agent, who does not take it in time. */
  | { readonly is: 'ring'; readonly agent: string; readonly until: string }
  | { readonly is: 'ring-over' }
  /** An agent takes what nobody has, or a supervisor what another has. */
  | { readonly is: 'claim'; readonly agent: string }
  | { readonly is: 'take-over'; readonly agent: string }
  | { readonly is: 'agent-speaks'; readonly agent: string }
  /** Its agent has not been seen for a while, or may no longer have it. */
  | { readonly is: 'gone'; readonly agent: string }
  | { readonly is: 'release'; readonly agent: string }
  /** To another agent, or with null to whoever is free. */
  | { readonly is: 'transfer'; readonly agent: string; readonly to: string | null; readonly until: string }
  | { readonly is: 'return'; readonly agent: string }
  | { readonly is: 'follow-up'; readonly agent: string; readonly due: string }
  | { readonly is: 'snooze'; readonly agent: string; readonly due: string }
  /** The time has come that was agreed, or that it was put aside until. */
  | { readonly is: 'due' }
  | { readonly is: 'resolve'; readonly agent: string; readonly code: Code }
  /** Nobody said anything for long. */
  | { readonly is: 'end' };
