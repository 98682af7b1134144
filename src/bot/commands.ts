import type { Turn } from './dialogs/dialogue.ts';
import type { Next } from './dialogs/next.ts';
import type { TicketState } from './dialogs/ticket.ts';
import { handOver } from './hand-over.ts';
import type { NewTicketName } from './leave-ticket.ts';
import { outcome } from './message.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { topicsOf } from './replies.ts';
import type { Command } from './understanding/commands.ts';
import { complains } from './understanding/complains.ts';
import { contactsIn } from './understanding/contact.ts';

export interface Obeying {
  readonly newTicket: () => NewTicketName;
  /** The 留言 that was being taken, if one was. */
  readonly begun: TicketState | undefined;
}

/** Does what was demanded. */
export async function obey(
  turn: Turn,
  command: Command,
  parts: Parts,
  { newTicket, begun }: Obeying,
): Promise<Next | undefined> {
  const { draft } = turn;
  switch (command) {
    case 'person': {
      const asked = draft.record.facts.faulted ? 'system_error' : 'user_asked';
      const reason = complains(draft.text) ? 'complaint' : asked;
      const contacts = contactsIn(draft.message.text);
      return handOver(turn, parts, {
        ...{ reason, text: begun?.text ?? '', card: true },
        ...(contacts.length > 0 && { reachable: { contacts, newTicket } }),
      });
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
      await turn.say({ text: await howToDownload(draft, parts) });
      turn.settle(outcome('smalltalk'));
      return undefined;
    case 'withdraw': {
      parts.pictures.held.drop(draft.record.id);
      // What is said of it is written by the turn, which knows what was deleted.
      draft.withdraws = true;
      const { consent: _consent, pictures: _pictures, ...facts } = draft.facts;
      draft.facts = facts;
      turn.settle(outcome('smalltalk'));
      return undefined;
    }
    case 'restart':
      draft.facts = {};
      await turn.say({ text: phrases.restart, choices: topicsOf(parts.knowledge) });
      turn.settle(outcome('smalltalk'));
      return undefined;
  }
}

/** On the page there is a menu for it; a messenger cannot carry an archive, so it is fetched from the page. */
async function howToDownload({ record }: Turn['draft'], { pageOf }: Parts): Promise<string> {
  if (record.talk.channel === 'web') return phrases.download;
  const link = await pageOf?.(record.id);
  return link === undefined ? phrases.downloadNowhere : phrases.downloadBy(link);
}
