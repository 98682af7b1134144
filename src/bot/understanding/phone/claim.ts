import type { Platform } from '../../../diagnostics/phone-fields.ts';
import { besideNumber } from './beside.ts';
import { follow } from './follow.ts';
import type { Mark, Name, Numeral } from './mark.ts';

/** What a number is said to be the version of. */
export interface Claim {
  readonly numeral: Numeral;
  /**
   * `os`, `app`: the words beside it say so. `label`: only 版本 does.
   * `alone`: nothing does. `other`: of something else (微信, MIUI, a model).
   */
  readonly of: 'os' | 'app' | 'label' | 'alone' | 'other';
  /** Of `os`: the system or phone that stands beside it, where one does. */
  readonly platform?: Platform | undefined;
  /** The word that decided. */
  readonly subject?: Name | undefined;
  /** False beside a phone's name alone (小米6 8.0): then it must be a release that exists. */
  readonly sure: boolean;
  /** It was replaced by the one that follows (从4.4升到6.0). */
  readonly replaced: boolean;
}

/** Every number of a message with what it is a version of. */
export function claimsIn(text: string, marks: readonly Mark[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (const [index, mark] of marks.entries()) {
    if (mark.kind !== 'number') continue;
    const last = claims.at(-1);
    const own: Claim = {
      of: 'alone',
      sure: true,
      replaced: false,
      numeral: mark,
      ...besideNumber(text, marks, index, mark),
    };
    const pair = last && follow(text, last, own, marks[index - 1] === last.numeral);
    if (pair) claims.splice(-1, 1, ...pair);
    else claims.push(own);
  }
  return claims;
}
