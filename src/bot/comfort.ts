import type { Turn } from './dialogs/dialogue.ts';
import { QUEUE_CHOICES } from './hand-over.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';

/**
 * Answers somebody who says that they no longer want to live, whoever has the talk: it comes before all else. The case
 * is marked urgent for the agents. Where one is on duty a person is called at once, before all others; true where the
 * talk waits for one, or one has it.
 */
export async function comfort(turn: Turn, { desk }: Parts): Promise<boolean> {
  const { draft } = turn;
  const { at, platformDesk } = draft.message;
  draft.facts = { ...draft.facts, urgent: true };
  if (draft.case.owner !== null) {
    await turn.say({ text: phrases.despairHeld });
    turn.settle(outcome('smalltalk', { handoff: 'agent' }));
    return true;
  }
  const { state } = draft.case;
  const view = await desk(at);
  const comes = state === 'queued' || state === 'ringing' || (view.open && view.onDuty > 0);
  if (platformDesk || !comes) {
    await turn.say({ text: phrases.despair, choices: [phrases.person] });
    turn.settle(outcome('smalltalk', { handoff: 'offered' }));
    return false;
  }
  draft.step = { is: 'hand-over', reason: 'user_asked', urgent: true, at };
  await turn.say({ text: phrases.despairQueued, choices: QUEUE_CHOICES.slice(1) });
  turn.settle(outcome('handoff', { handoff: 'queued' }));
  return true;
}
