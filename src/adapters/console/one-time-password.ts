import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mixes up in any type face. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that is shown once, to be read out or typed: `kfw7-3mzp-q9tx-hb4n`, 79 bits. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
