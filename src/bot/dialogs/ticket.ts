import { outcome } from '../message.ts';
import { phrases } from '../phrases.ts';
import { contactIn } from '../understanding/contact.ts';
import type { Dialogue } from './dialogue.ts';

export interface TicketState {
  /** What the person wrote so far, masked. */
  readonly text: string;
  readonly asked: number;
}

const DROPS = /^(不留了?|不用了?|算了|取消|不要了?|不想留了?|先不留|no|cancel)[吧啊呢。.!！\s]*$/;
const LONGEST_ASKING = 2;

export interface TicketOptions {
  readonly newId: () => string;
  readonly mask: (text: string) => string;
  /** Whether a message is surely a question to the assistant and not part of what is to be passed on. */
  readonly isQuestion: (normalised: string) => Promise<boolean>;
}

/** Takes a 留言: what it is about and how to reach its writer. A question in between is answered first. */
export function ticket({ newId, mask, isQuestion }: TicketOptions): Dialogue<TicketState> {
  return {
    id: 'ticket',
    async hear(turn, state) {
      const { draft } = turn;
      const { text } = draft.message;
      if (DROPS.test(draft.text)) {
        await turn.say({ text: phrases.ticketDropped });
        turn.settle(outcome('declined', { entry: draft.facts.entry ?? null, entries: [] }));
        return { is: 'done' };
      }
      const said = [state.text, mask(text)].filter((part) => part !== '').join('\n');
      const contact = contactIn(text);
      if (contact) {
        const id = newId();
        draft.ticket = { id, text: said, contact };
        await turn.say({ text: phrases.ticketKept(id) });
        turn.settle(outcome('handoff', { handoff: 'ticket' }));
        return { is: 'done' };
      }
      if (await isQuestion(draft.text)) return { is: 'later' };
      if (state.asked >= LONGEST_ASKING) return { is: 'leave' };
      await turn.say({
        text: state.asked === 0 ? phrases.ticketAskContact : phrases.ticketAskContactAgain,
        choices: [phrases.leaveIt],
      });
      turn.settle(outcome('ask'));
      return { is: 'waiting', state: { text: said, asked: state.asked + 1 } };
    },
  };
}
