import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/handoff/case.ts';
import { type FaceKnown, type NextAction, nextAction } from '../../src/handoff/next-action.ts';
import { inState, seconds } from './cases.ts';

const PATIENCE = 180_000;
const DAY = 24 * 3_600;

/** What comes next for a case that spoke last at its start; about a face verification where `face` is given. */
function next(life: Case, { now = seconds(60), face }: { readonly now?: string; readonly face?: FaceKnown } = {}) {
  return nextAction({ case: life, lastAt: seconds(0), now, patience: PATIENCE, ...(face && { face }) });
}

/** Put aside until an hour after the start. */
const aside = (life: Case): Case => ({ ...life, due: seconds(3_600) });

describe('what comes next for a case', () => {
  it.each<[what: string, life: Case, is: NextAction['is'], due: string | null]>([
    ['who waits is taken before it is too long', inState.queued, 'claim', seconds(1 + 180)],
    ['who is rung for waits as long', inState.ringing, 'claim', seconds(1 + 180)],
    ['what was said is answered', inState.agent, 'answer', seconds(1 + 180)],
    ['what an agent put aside comes back at its time', aside(inState.agent), 'look-again', seconds(3_600)],
    ['also where its person has the word', aside(inState.waiting_user), 'look-again', seconds(3_600)],
    ['what was agreed is done when it was agreed', inState.follow_up, 'look-again', seconds(3_600)],
    ['whoever has the word is waited for until the desk warns', inState.waiting_user, 'wait', seconds(DAY)],
    ['a 留言 is answered, at no time that was promised', inState.ticket, 'answer-ticket', null],
  ])('%s', (_what, life, is, due) => {
    expect(next(life)).toEqual({ is, due, rung: null });
  });

  it.each([inState.bot, inState.resolved, inState.closed])('is nothing once nobody has it ($state)', (life) => {
    expect(next(life)).toBeUndefined();
  });

  it('is to ask how it went in the hour before the desk warns of the end', () => {
    expect(next(inState.waiting_user, { now: seconds(DAY - 3_601) })?.is).toBe('wait');
    expect(next(inState.waiting_user, { now: seconds(DAY - 3_600) })?.is).toBe('ask');
  });
});

describe('what comes next for a face verification', () => {
  const unresolved: Case = { ...inState.agent, reason: 'face_unresolved' };
  it.each<[what: string, life: Case, face: FaceKnown, rung: NextAction['rung']]>([
    ['who is at the camera is asked first', inState.agent, {}, 'who'],
    ['somebody else hands over to the head of the site', inState.agent, { inPerson: false }, 'right-person'],
    ['in person, there is advice first', inState.agent, { inPerson: true }, 'advise'],
    ['after the advice it is tried', inState.agent, { inPerson: true, failuresAfterAdvice: 0 }, 'retry'],
    ['one failure after the advice is not enough', inState.agent, { inPerson: true, failuresAfterAdvice: 1 }, 'retry'],
    ['two are', inState.agent, { inPerson: true, failuresAfterAdvice: 2 }, 'review'],
    ['two are also where nobody said who it was', inState.agent, { failuresAfterAdvice: 2 }, 'review'],
    ['two of somebody else are not', inState.agent, { inPerson: false, failuresAfterAdvice: 2 }, 'right-person'],
    ['handed over for it, the ladder has been climbed', unresolved, {}, 'review'],
    ['unless it was somebody else', unresolved, { inPerson: false }, 'right-person'],
  ])('%s', (_what, life, face, rung) => {
    expect(next(life, { face })).toMatchObject({ is: 'answer', rung });
  });
});
