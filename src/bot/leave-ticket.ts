import type { Reason } from '../handoff/case.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Draft, NewTicket } from './draft.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { storedText } from './stored-text.ts';

/** What a new 留言 is called, and where its answer can be read, if anywhere. */
export interface NewTicketName {
  readonly id: string;
  readonly link?: string;
}

export interface Leaving {
  readonly ticket: NewTicketName;
  /** What the person wrote before, masked. */
  readonly before: string;
  readonly contacts: readonly string[];
}

/** Leaves a 留言 with the contacts that the message gives, and tells its number. */
export async function leaveTicket(
  turn: Turn,
  { reason, ...leaving }: Leaving & { readonly reason: Reason | null },
): Promise<void> {
  const { draft } = turn;
  const { id, link } = leaving.ticket;
  draft.step = { is: 'leave-ticket', reason, at: draft.message.at };
  draft.ticket = ticketOf(draft, leaving);
  await turn.say({ text: phrases.ticketKept(id, link) });
  turn.settle(outcome('handoff', { handoff: 'ticket' }));
}

/** What the message and the words before it leave for the desk. */
export function ticketOf({ message }: Draft, { ticket: { id }, before, contacts }: Leaving): NewTicket {
  const said = [before, storedText(message.text, contacts)].filter((part) => part !== '').join('\n');
  const matter = contacts.reduce((rest, contact) => rest.replaceAll(contact, ''), message.text.normalize('NFKC'));
  const bare =
    before === '' && !/\p{L}{2,}/u.test(matter.replace(/手机号?|电话|邮箱|微信号?|qq号?|转人工|我的?|是/giu, ''));
  return { id, text: bare ? `${said}\n${phrases.ticketNoText}` : said, contacts };
}
