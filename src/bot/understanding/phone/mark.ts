import type { Platform } from '../../../diagnostics/phone-fields.ts';
import type { WordKind } from './lexicon.ts';

/** A word of the lexicon in a message. Positions are half-open, in UTF-16 units. */
export interface Name {
  readonly kind: Exclude<WordKind, 'api' | 'release'>;
  readonly start: number;
  readonly end: number;
  readonly platform?: Platform | undefined;
}

/**
 * A number that may be a version.
 *
 * `form`: `dotted` (5.1, 五点一), `clock` (6点12: perhaps the time), `plain`
 * (12), `said` (十二), `named` (Nougat, API 23: `platform` is then android).
 * `vague` where only its first number was said (4点几): `value` is that one.
 */
export interface Numeral {
  readonly kind: 'number';
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly form: 'dotted' | 'clock' | 'plain' | 'said' | 'named';
  readonly vague: boolean;
  readonly platform?: Platform | undefined;
}

/** A number that counts, measures or dates something: never a version, and nothing is read across it. */
export interface Junk {
  readonly kind: 'junk';
  readonly start: number;
  readonly end: number;
}

export type Mark = Name | Numeral | Junk;
