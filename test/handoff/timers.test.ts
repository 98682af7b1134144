import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../src/handoff/action-step.ts';
import { after as lifeAfter } from '../../src/handoff/after.ts';
import type { Case, CaseState } from '../../src/handoff/case.ts';
import {
  dueOf,
  IDLE_MS,
  nextDueAt,
  OFFER_TICKET_MS,
  RESOLVED_MS,
  WARNING_MS,
  type World,
} from '../../src/handoff/timers.ts';
import { inState, seconds } from './cases.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;

function world(now: number, more: Partial<World> = {}): World {
  return { now: seconds(now), onDuty: 1, open: true, lastLineAt: seconds(1), ...more };
}

/** What is due at a second, by name. */
function due(now: Case, at: number, more: Partial<World> = {}): readonly string[] {
  return dueOf(now, world(at, more)).map(({ is }) => is);
}

describe('what rings', () => {
  it('rings out at its time', () => {
    expect(due(inState.ringing, 31)).toEqual([]);
    expect(dueOf(inState.ringing, world(32))).toEqual([{ is: 'ring-over', agent: 'ann' }]);
  });
});

describe('an agent who is gone', () => {
  it('loses what is unanswered after a minute unseen', () => {
    expect(due(inState.agent, 99, { ownerSeenAt: seconds(40) })).toEqual([]);
    expect(dueOf(inState.agent, world(100, { ownerSeenAt: seconds(40) }))).toEqual([{ is: 'gone', agent: 'ann' }]);
  });

  it('keeps what waits for its person, and loses it as soon as they speak', () => {
    expect(due(inState.waiting_user, 900, { ownerSeenAt: seconds(40), lastLineAt: seconds(3) })).toEqual([]);
    const spoken = lifeAfter(inState.waiting_user, { is: 'user-speaks', at: seconds(900) }) as Case;
    expect(due(spoken, 900, { ownerSeenAt: seconds(40) })).toEqual(['gone']);
  });

  it('is given a minute where nothing was ever heard of them', () => {
    expect(due(inState.agent, 61)).toEqual([]);
    expect(due(inState.agent, 62)).toEqual(['gone']);
  });
});

describe('what was put off', () => {
  it('comes back at its time', () => {
    expect(due(inState.follow_up, HOUR - 1)).toEqual([]);
    expect(due(inState.follow_up, HOUR)).toEqual(['due']);
    const snoozed = lifeAfter(inState.agent, { is: 'snooze', at: seconds(5), agent: 'ann', due: seconds(50) }) as Case;
    expect(due(snoozed, 50, { ownerSeenAt: seconds(49) })).toEqual(['due']);
    expect(due(snoozed, 200)).toEqual(['due', 'gone']);
  });
});

describe('a 留言', () => {
  it('is offered to whom nobody came to for a minute', () => {
    expect(OFFER_TICKET_MS).toBe(60_000);
    expect(due(inState.queued, 60)).toEqual([]);
    expect(dueOf(inState.queued, world(61))).toEqual([{ is: 'offer-ticket', because: 'waited' }]);
    expect(due(inState.ringing, 61)).toEqual(['ring-over', 'offer-ticket']);
  });

  it('is offered at once where the desk is closed or nobody is there', () => {
    expect(dueOf(inState.queued, world(1, { open: false }))).toEqual([{ is: 'offer-ticket', because: 'closed' }]);
    expect(dueOf(inState.queued, world(1, { onDuty: 0 }))).toEqual([{ is: 'offer-ticket', because: 'nobody' }]);
  });

  it('is offered once in a wait, and again in the next', () => {
    expect(due(inState.queued, 500, { offeredTicketAt: seconds(61) })).toEqual([]);
    expect(due(inState.queued, 500, { offeredTicketAt: seconds(0) })).toEqual(['offer-ticket']);
  });

  it('is not offered to whom we come back at a time that was agreed: they did not ask just now', () => {
    const back = lifeAfter(inState.follow_up, { is: 'due', at: seconds(HOUR) }) as Case;
    expect(due(back, 2 * HOUR)).toEqual([]);
  });
});

describe('silence', () => {
  const [warned, ended] = [DAY + 3, DAY + 3 + 2 * HOUR];
  const quiet = { lastLineAt: seconds(3) };

  it('is warned of after a day and ends two hours later', () => {
    expect([IDLE_MS.bot, IDLE_MS.waiting_user, WARNING_MS]).toEqual([DAY * 1_000, DAY * 1_000, 2 * HOUR * 1_000]);
    for (const state of ['bot', 'waiting_user'] as const) {
      expect(due(inState[state], warned - 1, quiet)).toEqual([]);
      expect(due(inState[state], warned, quiet)).toEqual(['warn-idle']);
      expect(due(inState[state], ended - 1, { ...quiet, warnedAt: seconds(warned) })).toEqual([]);
      expect(due(inState[state], ended, { ...quiet, warnedAt: seconds(warned) })).toEqual(['end']);
    }
  });

  it('goes on where the warning is the last line itself', () => {
    const told = { warnedAt: seconds(warned), lastLineAt: seconds(warned) };
    expect(due(inState.waiting_user, ended, told)).toEqual(['end']);
  });

  it('begins anew with every word after the warning', () => {
    const told = { warnedAt: seconds(warned), lastLineAt: seconds(warned + 1) };
    expect(due(inState.waiting_user, ended, told)).toEqual([]);
    expect(due(inState.waiting_user, warned + 1 + DAY, told)).toEqual(['warn-idle']);
  });

  it('counts from when the assistant got the talk back, not from the words before', () => {
    const back = lifeAfter(inState.agent, { is: 'return', at: seconds(3 * DAY), agent: 'ann' }) as Case;
    expect(due(back, 3 * DAY + 1)).toEqual([]);
    expect(due(back, 4 * DAY)).toEqual(['warn-idle']);
  });

  it('is none while an agent has put it aside', () => {
    const later = { is: 'snooze', at: seconds(5), agent: 'ann', due: seconds(9 * DAY) } as const;
    expect(due(lifeAfter(inState.waiting_user, later) as Case, 2 * DAY, quiet)).toEqual([]);
  });

  it('begins once it is back, however long it was put aside', () => {
    const later = { is: 'snooze', at: seconds(5), agent: 'ann', due: seconds(9 * DAY) } as const;
    const aside = lifeAfter(inState.waiting_user, later) as Case;
    const back = lifeAfter(aside, { is: 'due', at: seconds(9 * DAY) }) as Case;
    const told = { ...quiet, backAt: seconds(9 * DAY) };
    expect(due(back, 10 * DAY - 1, told)).toEqual([]);
    expect(due(back, 10 * DAY, told)).toEqual(['warn-idle']);
    expect(due(back, 10 * DAY, { ...told, warnedAt: seconds(2 * DAY) })).toEqual(['warn-idle']);
    expect(due(back, 10 * DAY, { ...told, lastLineAt: seconds(9 * DAY + 1) })).toEqual([]);
  });

  it.each(['queued', 'ringing', 'agent', 'ticket', 'follow_up', 'closed', 'resolved'] as const)(
    'never ends %s',
    (state) => {
      expect(due(inState[state], 300 * DAY, { ...quiet, warnedAt: seconds(DAY) })).not.toContain('end');
    },
  );

  it('never ends what is unanswered', () => {
    const odd: Case = { ...inState.waiting_user, unansweredSince: seconds(4) };
    expect(due(odd, 9 * DAY, { ...quiet, warnedAt: seconds(DAY) })).toEqual([]);
  });
});

describe('what was resolved', () => {
  it('is over after three days', () => {
    expect(RESOLVED_MS).toBe(3 * DAY * 1_000);
    expect(due(inState.resolved, 3 * DAY + 2)).toEqual([]);
    expect(due(inState.resolved, 3 * DAY + 3)).toEqual(['forget']);
  });
});

describe('the next moment', () => {
  const anySecond = fc.nat({ max: 4 * DAY });
  const anyTime = fc.option(anySecond.map(seconds), { nil: undefined });
  const anyWorld = fc.record({
    now: anySecond,
    onDuty: fc.nat(1),
    open: fc.boolean(),
    lastLineAt: anySecond.map(seconds),
    ownerSeenAt: anyTime,
    offeredTicketAt: anyTime,
    warnedAt: anyTime,
    backAt: anyTime,
  });
  const anyState = fc.constantFrom(...(Object.keys(inState) as CaseState[]));

  function known({ now, ...rest }: { now: number } & Record<string, unknown>): World {
    return world(now, Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)));
  }

  it('is when something is due, and not before', () => {
    fc.assert(
      fc.property(anyState, anyWorld, (state, some) => {
        const around = known(some);
        const next = nextDueAt(inState[state], around);
        expect(dueOf(inState[state], around).length > 0).toBe(next !== undefined && next <= around.now);
        if (next === undefined) return;
        expect(dueOf(inState[state], { ...around, now: next })).not.toEqual([]);
        const justBefore = new Date(Date.parse(next) - 1).toISOString();
        expect(dueOf(inState[state], { ...around, now: justBefore })).toEqual([]);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });

  it('brings only steps that may happen', () => {
    fc.assert(
      fc.property(anyState, anyWorld, (state, some) => {
        const around = known(some);
        for (const action of dueOf(inState[state], around)) {
          const step = stepOf(action, around.now);
          if (step) expect(lifeAfter(inState[state], step)?.epoch).toBe(inState[state].epoch + 1);
        }
      }),
      { seed: 8, numRuns: 2_000 },
    );
  });

  it('does not come for what is over, nor for a 留言', () => {
    expect(nextDueAt(inState.closed, world(DAY))).toBeUndefined();
    expect(nextDueAt(inState.ticket, world(DAY))).toBeUndefined();
  });
});
