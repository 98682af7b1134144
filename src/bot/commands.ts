import type { Knowledge } from '../knowledge/knowledge.ts';
import type { TicketState } from './dialogs/ticket.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { topicsOf } from './replies.ts';
import type { Command } from './understanding/commands.ts';

/** Does what was demanded. Gives the state of a 留言 where one is to be taken. */
export async function obey(turn: Turn, command: Command | undefined, knowledge: Knowledge): Promise<TicketState | undefined> {
  switch (command) {
    case 'person':
      await turn.say({ text: phrases.ticketAsk, choices: [phrases.leaveIt] });
      turn.settle(outcome('handoff', { handoff: 'ticket' }));
      return { text: '', asked: 0 };
    case 'erase':
      // The receipt is written by the turn, which knows what was erased.
      turn.draft.erase = true;
      turn.draft.facts = {};
      turn.settle(outcome('smalltalk'));
      return undefined;
    case 'download':
      await turn.say({ text: phrases.download });
      turn.settle(outcome('smalltalk'));
      return undefined;
    default:
      turn.draft.facts = {};
      await turn.say({ text: phrases.restart, choices: topicsOf(knowledge) });
      turn.settle(outcome('smalltalk'));
      return undefined;
  }
}
