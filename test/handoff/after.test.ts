import { describe, expect, it } from 'vitest';
import { after as lifeAfter } from '../../src/handoff/after.ts';
import type { Case, CaseState } from '../../src/handoff/case.ts';
import type { Step } from '../../src/handoff/step.ts';
import { inState, lived, seconds } from './cases.ts';

const at = seconds(60);
const until = seconds(90);
const due = seconds(7_200);

/** What the rows below mean. Ann has the held cases. */
const steps: Readonly<Record<string, Step>> = {
  'hand-over': { is: 'hand-over', at, reason: 'complaint' },
  'stay-with-bot': { is: 'stay-with-bot', at },
  wait: { is: 'wait', at },
  'leave-queue': { is: 'leave-queue', at },
  'leave-ticket': { is: 'leave-ticket', at, reason: null },
  'user-speaks': { is: 'user-speaks', at },
  ring: { is: 'ring', at, agent: 'ben', until },
  'ring-over': { is: 'ring-over', at },
  'ann:claim': { is: 'claim', at, agent: 'ann' },
  'ben:claim': { is: 'claim', at, agent: 'ben' },
  'ann:take-over': { is: 'take-over', at, agent: 'ann' },
  'ben:take-over': { is: 'take-over', at, agent: 'ben' },
  'ann:speaks': { is: 'agent-speaks', at, agent: 'ann' },
  'ben:speaks': { is: 'agent-speaks', at, agent: 'ben' },
  'ann:gone': { is: 'gone', at, agent: 'ann' },
  'ben:gone': { is: 'gone', at, agent: 'ben' },
  'ann:release': { is: 'release', at, agent: 'ann' },
  'ben:release': { is: 'release', at, agent: 'ben' },
  'ann:to-ben': { is: 'transfer', at, agent: 'ann', to: 'ben', until },
  'ann:to-ann': { is: 'transfer', at, agent: 'ann', to: 'ann', until },
  'ann:to-any': { is: 'transfer', at, agent: 'ann', to: null, until },
  'ben:to-any': { is: 'transfer', at, agent: 'ben', to: null, until },
  'ann:return': { is: 'return', at, agent: 'ann' },
  'ben:return': { is: 'return', at, agent: 'ben' },
  'ann:follow-up': { is: 'follow-up', at, agent: 'ann', due },
  'ben:follow-up': { is: 'follow-up', at, agent: 'ben', due },
  'ann:snooze': { is: 'snooze', at, agent: 'ann', due },
  'ben:snooze': { is: 'snooze', at, agent: 'ben', due },
  due: { is: 'due', at },
  'ann:resolve': { is: 'resolve', at, agent: 'ann', code: 'advised' },
  'ben:resolve': { is: 'resolve', at, agent: 'ben', code: 'advised' },
  end: { is: 'end', at },
};

/** The state that a step leads to; `=` changes nothing, `+` changes something within the state, `-` may not happen. */
const MATRIX = `
                bot     queued   ringing  agent         waiting_user  resolved  closed  ticket    follow_up
hand-over       queued  +        +        -             -             queued    queued  queued    queued
stay-with-bot   -       +        +        -             -             -         -       -         -
wait            -       =        =        -             -             -         -       -         -
leave-queue     -       bot      bot      -             -             -         -       bot       -
leave-ticket    ticket  ticket   ticket   -             -             ticket    ticket  =         ticket
user-speaks     =       =        =        =             agent         bot       bot     =         =
ring            -       ringing  -        -             -             -         -       -         -
ring-over       -       -        queued   -             -             -         -       -         -
ann:claim       agent   agent    agent    =             =             agent     agent   agent     agent
ben:claim       agent   agent    agent    -             -             agent     agent   agent     agent
ann:take-over   -       -        -        =             =             -         -       -         -
ben:take-over   -       -        -        +             agent         -         -       -         -
ann:speaks      -       -        -        waiting_user  =             -         -       -         -
ben:speaks      -       -        -        -             -             -         -       -         -
ann:gone        -       -        -        queued        -             -         -       -         -
ben:gone        -       -        -        -             -             -         -       -         -
ann:release     -       -        -        queued        queued        -         -       -         -
ben:release     -       -        -        -             -             -         -       -         -
ann:to-ben      -       -        -        ringing       ringing       -         -       -         -
ann:to-ann      -       -        -        -             -             -         -       -         -
ann:to-any      -       -        -        queued        queued        -         -       -         -
ben:to-any      -       -        -        -             -             -         -       -         -
ann:return      -       -        -        bot           bot           -         -       -         -
ben:return      -       -        -        -             -             -         -       -         -
ann:follow-up   -       -        -        follow_up     follow_up     -         -       -         -
ben:follow-up   -       -        -        -             -             -         -       -         -
ann:snooze      -       -        -        +             +             -         -       -         -
ben:snooze      -       -        -        -             -             -         -       -         -
due             -       -        -        -             -             -         -       -         queued
ann:resolve     -       -        -        resolved      resolved      -         -       resolved  resolved
ben:resolve     -       -        -        -             -             -         -       resolved  resolved
end             closed  -        -        -             closed        closed    -       -         -
`;

const [head = [], ...rows] = MATRIX.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

function cellOf(now: Case, step: Step): string {
  const next = lifeAfter(now, step);
  if (!next) return '-';
  if (next === now) return '=';
  return next.state === now.state ? '+' : next.state;
}

describe('a step', () => {
  it('stands in the matrix for every state', () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(steps));
    expect([...head].sort()).toEqual(Object.keys(inState).sort());
  });

  it.each(rows)('%s leads where it should, or may not happen', (name, ...cells) => {
    const step = steps[name as string] as Step;
    expect(head.map((state) => cellOf(inState[state as CaseState], step))).toEqual(cells);
  });
});

describe('a case', () => {
  it('keeps the clock of the oldest message when its person leaves a 留言, and when they ask again', () => {
    const ticket = lifeAfter(inState.queued, { is: 'leave-ticket', at, reason: null });
    expect(ticket).toMatchObject({ state: 'ticket', unansweredSince: seconds(1), waitingSince: seconds(1) });
    const queued = lifeAfter(ticket as Case, { is: 'hand-over', at: seconds(99), reason: 'complaint' });
    expect(queued).toMatchObject({ state: 'queued', unansweredSince: seconds(1), reason: 'complaint' });
  });

  it('waits for the more urgent of two reasons once its person asks again, at the same place', () => {
    const urgent = lifeAfter(inState.ringing, { is: 'hand-over', at, reason: 'face_unresolved' }) as Case;
    expect(urgent).toMatchObject({ state: 'ringing', reason: 'face_unresolved', waitingSince: seconds(1) });
    expect(lifeAfter(urgent, { is: 'hand-over', at, reason: 'user_asked' })).toBe(urgent);
    expect(lifeAfter(urgent, { is: 'hand-over', at, reason: 'complaint' })?.reason).toBe('complaint');
  });

  it('waits for what its person asks for where an agent gave it back without a reason', () => {
    const given = lifeAfter(lived({ is: 'claim', agent: 'ann' }), { is: 'release', at, agent: 'ann' }) as Case;
    expect(given.reason).toBeNull();
    expect(lifeAfter(given, { is: 'hand-over', at, reason: 'user_asked' })?.reason).toBe('user_asked');
  });

  it('goes back to the front with the clock of what is unanswered when its agent is gone', () => {
    const back = lifeAfter(inState.agent, { is: 'gone', at, agent: 'ann' });
    expect(back).toMatchObject({
      front: true,
      waitingSince: seconds(1),
      unansweredSince: seconds(1),
      lastOwner: 'ann',
    });
  });

  it('prefers nobody once its agent passed it to whoever is free', () => {
    expect(lifeAfter(inState.agent, { is: 'transfer', at, agent: 'ann', to: null, until })?.lastOwner).toBeNull();
  });

  it('is not put aside any more once its person speaks', () => {
    const snoozed = lifeAfter(inState.waiting_user, { is: 'snooze', at, agent: 'ann', due }) as Case;
    expect(lifeAfter(snoozed, { is: 'user-speaks', at: seconds(70) })).toMatchObject({ state: 'agent', due: null });
    expect(lifeAfter(snoozed, { is: 'due', at: due })).toMatchObject({ state: 'waiting_user', due: null });
  });

  it('begins anew when somebody speaks after the end: neither the reason nor how it was resolved is left', () => {
    const anew = lifeAfter(inState.resolved, { is: 'user-speaks', at });
    expect(anew).toMatchObject({ state: 'bot', reason: null, code: null, lastOwner: 'ann' });
  });

  it('keeps how it was resolved when it is forgotten', () => {
    expect(lifeAfter(inState.resolved, { is: 'end', at })).toMatchObject({ state: 'closed', code: 'solved' });
  });

  it('remembers since when it is in its state, not since when anything changed', () => {
    expect(lifeAfter(inState.queued, { is: 'stay-with-bot', at })?.since).toBe(inState.queued.since);
    expect(lifeAfter(inState.queued, { is: 'ring', at, agent: 'ann', until })?.since).toBe(at);
  });

  it('comes back from the time agreed at the front, and asks nobody for an answer yet', () => {
    expect(lifeAfter(inState.follow_up, { is: 'due', at: due })).toMatchObject({
      state: 'queued',
      front: true,
      waitingSince: due,
      unansweredSince: null,
    });
  });

  it('can be taken from the assistant without anybody having asked', () => {
    expect(lived({ is: 'claim', agent: 'ann' })).toMatchObject({ state: 'agent', reason: null });
  });
});
