import type { Case } from './case.ts';

/** Whether the assistant may answer: never once a person has the talk, nor while one is waited for in silence. */
export function botMaySpeak({ state, besideBot }: Case): boolean {
  switch (state) {
    case 'agent':
    case 'waiting_user':
      return false;
    case 'queued':
    case 'ringing':
      return besideBot;
    default:
      return true;
  }
}
