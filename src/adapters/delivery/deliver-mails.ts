import type { AnswerMail } from '../../bot/case-store.ts';
import type { Bus, Seal, Store } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';
import { retryAt } from '../../handoff/outbox.ts';
import { answerLetter } from '../mail/answer-letter.ts';
import { answerLink } from '../mail/answer-link.ts';
import { emailOf } from '../mail/email-of.ts';
import { MailError } from '../mail/mail-error.ts';
import type { Mail, Mailer } from '../mail/mailer.ts';

export interface MailParts {
  readonly store: Pick<Store, 'lines' | 'ticketsOf' | 'mails' | 'takeMail' | 'settleMail' | 'postponeMail' | 'note'>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly seal: Pick<Seal, 'open' | 'digest'>;
  /** Undefined where none is set up: what was put under way while there was one is given up in the end. */
  readonly mailer: Mailer | undefined;
  readonly publicUrl: string | undefined;
  /** Told of what was given up. */
  readonly onFault: (error: unknown, mail: AnswerMail) => void;
}

/** Mails begun at a time: as many as the mailer has connections, so that none waits behind a slow one. */
const AT_ONCE = 5;
/** For how long a mail that is being sent is left alone by others, in milliseconds: longer than any mailer takes. */
const TAKEN_MS = 120_000;

/**
 * Sends the answers that are due by e-mail, each by one instance; what fails is
 * tried again later. Where a process ends between sending and writing it down,
 * the mail goes out once more with the same Message-ID.
 */
export async function deliverMails(parts: MailParts, at: string): Promise<void> {
  const due = await parts.store.mails(at, AT_ONCE);
  await Promise.all(due.map((mail) => deliverOne(parts, mail, at)));
}

async function deliverOne(parts: MailParts, mail: AnswerMail, at: string): Promise<void> {
  const { store, mailer } = parts;
  if (!(await store.takeMail(mail, later(at, TAKEN_MS)))) return;
  const letter = await letterOf(parts, mail);
  if (!letter) return store.settleMail(mail, 'dropped', at);
  try {
    if (!mailer) throw new MailError('not-set-up', '没有设置 SMTP_URL。');
    await mailer.send(letter);
  } catch (error) {
    return failed(parts, mail, error, at);
  }
  await store.settleMail(mail, 'sent', at);
}

/** Undefined where the answer was erased meanwhile, or its address can no longer be read. */
async function letterOf({ store, seal, publicUrl }: MailParts, mail: AnswerMail): Promise<Mail | undefined> {
  const { talk, seq } = mail;
  const ticket = (await store.ticketsOf(talk)).find(({ id }) => id === mail.ticket);
  const [line] = await store.lines(talk, seq - 1, 1);
  if (!ticket || line?.seq !== seq) return undefined;
  const to = emailOf(ticket.contact, seal);
  if (to === undefined) return undefined;
  return answerLetter({ talk, ticket, line, to, link: answerLink(ticket.id, { publicUrl, seal }) });
}

async function failed({ store, bus, onFault }: MailParts, mail: AnswerMail, error: unknown, at: string): Promise<void> {
  const { talk, seq, ticket } = mail;
  const tries = mail.tries + 1;
  const known = error instanceof MailError ? error : undefined;
  const again = known?.final ? undefined : retryAt(tries, at);
  const fault = known?.message ?? '发邮件时出了程序错误。';
  if (again !== undefined) return store.postponeMail(mail, tries, again, fault);
  await store.settleMail(mail, 'dead', at, fault);
  await store.note(talk, { kind: 'event', author: null, body: { what: 'mail-not-delivered', seq, ticket, fault } }, at);
  bus.publish(talk);
  onFault(error, mail);
}
