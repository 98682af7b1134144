import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { TicketState } from './dialogs/ticket.ts';
import { leaveTicket } from './leave-ticket.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { topicsOf } from './replies.ts';
import type { Command } from './understanding/commands.ts';
import { contactsIn } from './understanding/contact.ts';

export interface Obeying {
  readonly knowledge: Knowledge;
  readonly newTicketId: () => string;
  /** The 留言 that was being taken, if one was. */
  readonly begun: TicketState | undefined;
}

/** Does what was demanded. Gives the state of a 留言 where one is to be taken. */
export async function obey(
  turn: Turn,
  command: Command,
  { knowledge, newTicketId, begun }: Obeying,
): Promise<TicketState | undefined> {
  const { draft } = turn;
  switch (command) {
    case 'person': {
      const contacts = contactsIn(draft.message.text);
      if (contacts.length > 0) {
        await leaveTicket(turn, { id: newTicketId(), before: begun?.text ?? '', contacts });
        return undefined;
      }
      await turn.say({ text: phrases.ticketAsk, choices: [phrases.leaveIt] });
      turn.settle(outcome('handoff', { handoff: 'ticket' }));
      return { text: begun?.text ?? '', asked: 0 };
    }
    case 'erase':
      // The receipt is written by the turn, which knows what was erased.
      draft.erase = true;
      draft.facts = {};
      turn.settle(outcome('smalltalk'));
      return undefined;
    case 'ask-erase':
      await turn.say({ text: phrases.eraseHow, choices: [phrases.eraseMine] });
      turn.settle(outcome('smalltalk'));
      return undefined;
    case 'download':
      await turn.say({ text: phrases.download });
      turn.settle(outcome('smalltalk'));
      return undefined;
    case 'restart':
      draft.facts = {};
      await turn.say({ text: phrases.restart, choices: topicsOf(knowledge) });
      turn.settle(outcome('smalltalk'));
      return undefined;
  }
}
