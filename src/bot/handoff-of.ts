import type { Case } from '../handoff/case.ts';
import type { Handoff } from './message.ts';

/** What an outcome says of who has the talk. */
export function handoffOf({ state }: Case): Handoff {
  switch (state) {
    case 'queued':
    case 'ringing':
      return 'queued';
    case 'agent':
    case 'waiting_user':
      return 'agent';
    case 'ticket':
      return 'ticket';
    default:
      return 'none';
  }
}
