import type { Case, CaseState } from './case.ts';
import { moreUrgent } from './queue.ts';
import type { Step } from './step.ts';

/**
 * The life of a case: what it is after a step. The very same object where the
 * step changes nothing; undefined where it may not happen in this state. The
 * epoch is one higher wherever anything changes.
 */
export function after(now: Case, step: Step): Case | undefined {
  const changed = changeOf(now, step);
  if (!changed) return undefined;
  const next = { ...now, ...changed };
  if ((Object.keys(changed) as (keyof Case)[]).every((key) => next[key] === now[key])) return now;
  return { ...next, epoch: now.epoch + 1, since: next.state === now.state ? now.since : step.at };
}

type Change = Partial<Omit<Case, 'epoch' | 'since'>>;

const WAITING: readonly CaseState[] = ['queued', 'ringing'];
const HELD: readonly CaseState[] = ['agent', 'waiting_user'];

/** Nobody has it and nobody waits. */
const FREE = {
  owner: null,
  ringing: null,
  waitingSince: null,
  front: false,
  besideBot: false,
  unansweredSince: null,
  due: null,
} as const;

function changeOf(now: Case, step: Step): Change | undefined {
  const { state, owner } = now;
  const isHeld = HELD.includes(state);
  const isMine = isHeld && 'agent' in step && owner === step.agent;
  switch (step.is) {
    case 'hand-over':
      if (isHeld) return undefined;
      if (WAITING.includes(state)) {
        const front = now.front || step.urgent === true;
        return { besideBot: false, front, reason: moreUrgent(now.reason, step.reason) };
      }
      return {
        ...{ ...FREE, ...asked(now, step), state: 'queued', reason: step.reason, waitingSince: step.at },
        front: step.urgent === true,
      };
    case 'stay-with-bot':
      return WAITING.includes(state) ? { besideBot: true } : undefined;
    case 'wait':
      return WAITING.includes(state) ? { besideBot: false } : undefined;
    case 'leave-queue':
      return WAITING.includes(state) || state === 'ticket' ? { ...FREE, state: 'bot' } : undefined;
    case 'leave-ticket':
      if (isHeld) return undefined;
      if (state === 'ticket') return {};
      return { ...FREE, ...asked(now, step), state: 'ticket', reason: step.reason ?? now.reason };
    case 'user-speaks':
      return spokenTo(now, step.at);
    case 'ring':
      return state === 'queued' ? { state: 'ringing', ringing: { agent: step.agent, until: step.until } } : undefined;
    case 'ring-over':
      return state === 'ringing' ? { state: 'queued', ringing: null } : undefined;
    case 'claim':
      if (isHeld) return isMine ? {} : undefined;
      return taken(now, step.agent, step.at);
    case 'take-over':
      if (!isHeld) return undefined;
      return isMine ? {} : taken(now, step.agent, step.at);
    case 'agent-speaks':
      return isMine ? { state: 'waiting_user', unansweredSince: null } : undefined;
    case 'gone':
      return isMine && state === 'agent' ? requeued(now, step.at) : undefined;
    case 'release':
      return isMine ? requeued(now, step.at) : undefined;
    case 'transfer':
      if (!isMine || step.to === step.agent) return undefined;
      if (step.to === null) return { ...requeued(now, step.at), lastOwner: null };
      return { ...requeued(now, step.at), state: 'ringing', ringing: { agent: step.to, until: step.until } };
    case 'return':
      return isMine ? { ...FREE, state: 'bot' } : undefined;
    case 'follow-up':
      return isMine ? { ...FREE, state: 'follow_up', due: step.due } : undefined;
    case 'snooze':
      return isMine ? { due: step.due } : undefined;
    case 'due':
      if (state === 'follow_up') return { ...FREE, state: 'queued', front: true, waitingSince: step.at };
      return isHeld && now.due !== null ? { due: null } : undefined;
    case 'resolve':
      if (!isMine && state !== 'ticket' && state !== 'follow_up') return undefined;
      return { ...FREE, state: 'resolved', code: step.code, lastOwner: step.agent };
    case 'end':
      return state === 'bot' || state === 'waiting_user' || state === 'resolved'
        ? { ...FREE, state: 'closed' }
        : undefined;
  }
}

/** Waits from now on, or goes on waiting. */
function asked({ unansweredSince, waitingSince }: Case, { at }: Step): Change {
  return { waitingSince: waitingSince ?? at, unansweredSince: unansweredSince ?? at, code: null };
}

/** With an agent the word goes to them; what was over begins anew with the assistant. */
function spokenTo({ state, unansweredSince }: Case, at: string): Change {
  switch (state) {
    case 'agent':
    case 'waiting_user':
      return { state: 'agent', unansweredSince: unansweredSince ?? at, due: null };
    case 'queued':
    case 'ringing':
      return { unansweredSince: unansweredSince ?? at };
    case 'resolved':
    case 'closed':
      return { ...FREE, state: 'bot', reason: null, code: null };
    default:
      return {};
  }
}

function taken({ unansweredSince }: Case, agent: string, at: string): Change {
  return {
    ...FREE,
    state: 'agent',
    owner: agent,
    lastOwner: agent,
    unansweredSince: unansweredSince ?? at,
    code: null,
  };
}

function requeued({ unansweredSince }: Case, at: string): Change {
  const waitingSince = unansweredSince ?? at;
  return { ...FREE, state: 'queued', front: true, waitingSince, unansweredSince: waitingSince };
}
