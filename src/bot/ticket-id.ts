import { randomInt } from 'node:crypto';

/** Digits and letters that nobody mixes up when reading them aloud (Crockford's Base32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A number for a 留言 that a person can read out: `L-7K3M-92QF`, 40 bits. */
export function newTicketId(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `L-${signs.slice(0, 4)}-${signs.slice(4)}`;
}
