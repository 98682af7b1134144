import type { Step } from './step.ts';
import type { Action } from './timers.ts';

/** The step that an action is for its case; undefined where it only says something. */
export function stepOf(action: Action, at: string): Step | undefined {
  switch (action.is) {
    case 'ring-over':
    case 'due':
    case 'end':
      return { is: action.is, at };
    case 'gone':
      return { is: 'gone', at, agent: action.agent };
    case 'forget':
      return { is: 'end', at };
    case 'offer-ticket':
    case 'warn-idle':
      return undefined;
  }
}
