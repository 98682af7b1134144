import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import { QUEUE_CHOICES, queuedText } from './hand-over.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import type { QueueCommand } from './understanding/queue-command.ts';

/** Does what somebody chose who waits for a person. */
export async function obeyQueue(turn: Turn, command: QueueCommand, { desk }: Parts): Promise<Next | undefined> {
  const { draft } = turn;
  const { at } = draft.message;
  draft.by = 'system';
  switch (command) {
    case 'wait': {
      draft.step = { is: 'wait', at };
      const { reason } = draft.case;
      await turn.say({
        text: queuedText(draft.record.id, await desk(at), reason ?? 'user_asked', at),
        choices: QUEUE_CHOICES.slice(1),
      });
      turn.settle(outcome('smalltalk', { handoff: 'queued' }));
      return undefined;
    }
    case 'stay-with-bot':
      draft.step = { is: 'stay-with-bot', at };
      await turn.say({ text: phrases.besideBot });
      turn.settle(outcome('smalltalk', { handoff: 'queued' }));
      return undefined;
    case 'leave-ticket':
      draft.step = { is: 'leave-queue', at };
      await turn.say({ text: phrases.ticketInstead, choices: [phrases.leaveIt] });
      turn.settle(outcome('handoff', { handoff: 'ticket' }));
      return { dialog: 'ticket', state: { text: '', asked: 0, reason: draft.case.reason } };
    case 'leave-queue':
      draft.step = { is: 'leave-queue', at };
      await turn.say({ text: phrases.leftQueue });
      turn.settle(outcome('declined'));
      return undefined;
  }
}
