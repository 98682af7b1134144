import type { Move } from '../../bot/case-store.ts';
import type { Seal, Store } from '../../bot/ports.ts';
import { emailOf } from './email-of.ts';

interface Answering {
  readonly store: Pick<Store, 'ticketsOf'>;
  readonly seal: Pick<Seal, 'open'>;
  /** Whether there is a mail server. */
  readonly mails: boolean;
}

/**
 * The 留言 of a talk that an agent's next words answer: all that are still open are done with them, and the last one
 * with an e-mail address is answered there too. Where none is open, `further` is the one that they still go to by
 * e-mail, if they go to one.
 */
export async function answeredTickets(
  { store, seal, mails }: Answering,
  talk: string,
  further?: string,
): Promise<Exclude<Move['answers'], undefined> | undefined> {
  const open = (await store.ticketsOf(talk)).filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return mails && further !== undefined ? { tickets: [], mail: further } : undefined;
  const written = mails ? open.findLast(({ contact }) => emailOf(contact, seal) !== undefined) : undefined;
  return { tickets: open.map(({ id }) => id), ...(written && { mail: written.id }) };
}
