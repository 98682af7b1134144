import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CREDIT_CHARACTERS,
  creditCheckCharacter,
  isCreditCode,
  ownCodeFits,
} from '../../../src/diagnostics/numbers/credit-code.ts';
import { changed, seeded, swapped, validCredit } from './codes.ts';

const passes = (code: string) => creditCheckCharacter(code.slice(0, 17)) === code[17];

describe('the check character of a 统一社会信用代码 (GB 32100)', () => {
  it('is the one of the standard’s example', () => {
    expect(creditCheckCharacter('91350100M000100Y4')).toBe('3');
  });

  it.each(['91330100799655058B', '914403001922038216', '9144030071526726XG'])('holds for the published %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(ownCodeFits(code)).toBe(true);
  });

  it.each([...'IOSVZ', '*', 'a'])('is none where %s stands in the code', (letter) => {
    expect(creditCheckCharacter(changed('91350100M000100Y4', 8, letter))).toBeUndefined();
  });

  it('is none for any other length', () => {
    expect(creditCheckCharacter('91350100M000100Y')).toBeUndefined();
    expect(creditCheckCharacter('91350100M000100Y43')).toBeUndefined();
  });

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(validCredit, (code) => {
        for (let at = 0; at < 18; at++) {
          for (const other of `${CREDIT_CHARACTERS}IOSVZ`) {
            if (other !== code[at] && passes(changed(code, at, other))) return false;
          }
        }
        return passes(code);
      }),
      seeded,
    );
  });

  it('catches any two swapped characters, except the first and the last', () => {
    fc.assert(
      fc.property(validCredit, (code) => {
        for (let one = 0; one < 18; one++) {
          for (let other = one + 1; other < 18; other++) {
            if (code[one] === code[other]) continue;
            if (passes(swapped(code, one, other)) !== (one === 0 && other === 17)) return false;
          }
        }
        return true;
      }),
      seeded,
    );
  });
});
