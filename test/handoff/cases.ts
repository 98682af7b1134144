import { after } from '../../src/handoff/after.ts';
import { type Case, type CaseState, newCase } from '../../src/handoff/case.ts';
import type { Step } from '../../src/handoff/step.ts';

export const START = '2026-03-09T01:00:00.000Z';

/** An instant so many seconds after the start. */
export function seconds(count: number): string {
  return new Date(Date.parse(START) + count * 1_000).toISOString();
}

type Unplaced<S> = S extends Step ? Omit<S, 'at'> : never;

/** A case after steps, one a second; throws where one may not happen. */
export function lived(...steps: readonly Unplaced<Step>[]): Case {
  return steps.reduce<Case>((now, step, nth) => {
    const next = after(now, { ...step, at: seconds(nth + 1) } as Step);
    if (!next) throw new Error(`${step.is} may not happen in ${now.state}`);
    return next;
  }, newCase(START));
}

const asked = { is: 'hand-over', reason: 'user_asked' } as const;
const claimed = { is: 'claim', agent: 'ann' } as const;

/** One case of every state; ann has the held ones, and it rings at her. */
export const inState: Readonly<Record<CaseState, Case>> = {
  bot: lived(),
  queued: lived(asked),
  ringing: lived(asked, { is: 'ring', agent: 'ann', until: seconds(32) }),
  agent: lived(asked, claimed),
  waiting_user: lived(asked, claimed, { is: 'agent-speaks', agent: 'ann' }),
  resolved: lived(asked, claimed, { is: 'resolve', agent: 'ann', code: 'solved' }),
  closed: lived({ is: 'end' }),
  ticket: lived({ is: 'leave-ticket', reason: 'complaint' }),
  follow_up: lived(asked, claimed, { is: 'follow-up', agent: 'ann', due: seconds(3_600) }),
};
