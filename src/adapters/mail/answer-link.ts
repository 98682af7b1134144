import { timingSafeEqual } from 'node:crypto';
import type { Seal } from '../../bot/ports.ts';

/** What the link to an answer is made of. */
export interface Links {
  /** Where people reach the service, without a trailing slash. */
  readonly publicUrl: string | undefined;
  readonly seal: Pick<Seal, 'digest'>;
}

/** Keeps the keys apart from all else that is digested. */
const ABOUT = 'answer-link v1 ';

/**
 * Where the answer to a 留言 can be read, undefined where nobody knows our address. The key stands behind `#`: browsers
 * never send that part, so it reaches no log.
 */
export function answerLink(ticket: string, { publicUrl, seal }: Links): string | undefined {
  return publicUrl && `${publicUrl}/liuyan/${ticket}#${answerKey(ticket, seal)}`;
}

/** Whether this is the key of a 留言, found out in a time that tells nothing of the right one. */
export function isAnswerKey(given: string, ticket: string, seal: Links['seal']): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(answerKey(ticket, seal))];
  return one.length === other.length && timingSafeEqual(one, other);
}

function answerKey(ticket: string, seal: Links['seal']): string {
  return seal.digest(`${ABOUT}${ticket}`);
}
