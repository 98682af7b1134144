import type { Case } from '../../src/handoff/case.ts';
import { botMaySpeak } from '../../src/handoff/may-speak.ts';

/** The rules that a case breaks, whatever happened to it. */
export function wrongWith(one: Case): readonly string[] {
  const { state, owner, ringing, waitingSince, unansweredSince, front, besideBot, due, code, lastOwner } = one;
  const isIn = (...states: readonly Case['state'][]) => states.includes(state);
  const isHeld = isIn('agent', 'waiting_user');
  const isWaiting = isIn('queued', 'ringing');
  const rules: Readonly<Record<string, boolean>> = {
    'an owner where it is held, only there': (owner !== null) === isHeld,
    'the owner is the last owner': owner === null || owner === lastOwner,
    'somebody it rings at where it rings, only there': (ringing !== null) === isIn('ringing'),
    'waits in the queue and as a 留言, only there': (waitingSince !== null) === (isWaiting || isIn('ticket')),
    'something is unanswered where an agent has the word': unansweredSince !== null || !isIn('agent', 'ticket'),
    'nothing is unanswered where the person has it, or nobody waits':
      unansweredSince === null || isWaiting || isIn('agent', 'ticket'),
    'only what comes back at its time waits without a message': !isWaiting || unansweredSince !== null || front,
    'at the front, or beside the assistant, only while it waits': isWaiting || (!front && !besideBot),
    'a time to come back where one was agreed': due === null ? !isIn('follow_up') : isHeld || isIn('follow_up'),
    'resolved in some way only where it is over': code === null ? !isIn('resolved') : isIn('resolved', 'closed'),
    'the assistant is silent while somebody has it': !isHeld || !botMaySpeak(one),
    'the assistant is silent while somebody waits in silence': !isWaiting || botMaySpeak(one) === besideBot,
  };
  return Object.keys(rules).filter((name) => !rules[name]);
}
