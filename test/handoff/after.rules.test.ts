import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after as lifeAfter } from '../../src/handoff/after.ts';
import { type Case, CODES, newCase, REASONS } from '../../src/handoff/case.ts';
import { moreUrgent } from '../../src/handoff/queue.ts';
import type { Step } from '../../src/handoff/step.ts';
import { START, seconds } from './cases.ts';
import { wrongWith } from './wrong-with.ts';

const agent = fc.constantFrom('ann', 'ben');
const reason = fc.constantFrom(...REASONS);
const until = fc.constant(seconds(99_999));
const code = fc.constantFrom(...CODES);
const is = <Is extends Step['is']>(name: Is) => fc.constant(name);

const anyStep = fc.oneof(
  fc.record({ is: is('hand-over'), reason }),
  fc.record({ is: fc.constantFrom('stay-with-bot', 'wait', 'leave-queue', 'ring-over', 'due', 'end') }),
  fc.record({ is: is('leave-ticket'), reason: fc.option(reason) }),
  fc.record({ is: is('user-speaks') }),
  fc.record({ is: is('ring'), agent, until }),
  fc.record({ is: fc.constantFrom('claim', 'take-over', 'agent-speaks', 'gone', 'release', 'return'), agent }),
  fc.record({ is: is('transfer'), agent, to: fc.option(agent), until }),
  fc.record({ is: fc.constantFrom('follow-up', 'snooze'), agent, due: until }),
  fc.record({ is: is('resolve'), agent, code }),
);

/** Lives through steps, one a second, and shows each that could happen. */
function live(steps: readonly object[], seen: (step: Step, before: Case, next: Case) => void): void {
  let now = newCase(START);
  for (const [nth, one] of steps.entries()) {
    const step = { ...one, at: seconds(nth + 1) } as Step;
    const next = lifeAfter(now, step);
    if (!next) continue;
    seen(step, now, next);
    now = next;
  }
}

function always(seen: (step: Step, before: Case, next: Case) => void): void {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => live(steps, seen)),
    { numRuns: 3_000, seed: 8 },
  );
}

describe('after any steps', () => {
  it('a case is one that makes sense', () => {
    always((_step, _before, next) => expect(wrongWith(next)).toEqual([]));
  });

  it('the epoch has grown by exactly one, or it is the same case', () => {
    always((_step, before, next) => {
      if (next === before) return;
      expect(next.epoch).toBe(before.epoch + 1);
      expect({ ...next, epoch: 0 }).not.toEqual({ ...before, epoch: 0 });
    });
  });

  it('a state began when it was entered', () => {
    always((step, before, next) => expect(next.since).toBe(next.state === before.state ? before.since : step.at));
  });

  it('the clock of the oldest message starts with who asks or who takes it, stops with an answer or the end, and never moves', () => {
    const starts = ['user-speaks', 'hand-over', 'leave-ticket', 'claim', 'take-over', 'release', 'transfer'];
    const stops = ['agent-speaks', 'return', 'follow-up', 'resolve', 'leave-queue'];
    always((step, { unansweredSince: before }, { unansweredSince: next }) => {
      if (before === next) return;
      expect(before === null || next === null).toBe(true);
      expect(before === null ? starts : stops).toContain(step.is);
      if (before === null) expect(next).toBe(step.at);
    });
  });

  it('nobody takes a case from whoever has it but by taking over', () => {
    always((step, before, next) => {
      if (before.owner !== null && next.owner !== null && before.owner !== next.owner)
        expect(step.is).toBe('take-over');
    });
  });

  it('time ends nothing that waits for an answer', () => {
    always((step, before) => {
      if (step.is === 'end') expect(before.unansweredSince).toBeNull();
    });
  });

  it('who asks again while waiting keeps the place, and never waits for something less urgent', () => {
    always((step, before, next) => {
      if (step.is !== 'hand-over' || before.waitingSince === null || before.state === 'ticket') return;
      expect([next.state, next.waitingSince, next.front]).toEqual([before.state, before.waitingSince, before.front]);
      expect(next.reason).toBe(moreUrgent(before.reason, step.reason));
    });
  });

  it('a step that is told twice changes nothing more', () => {
    always((step, _before, next) => {
      expect([undefined, next]).toContain(lifeAfter(next, step));
    });
  });
});
