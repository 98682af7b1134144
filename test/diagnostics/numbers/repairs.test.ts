import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdentityCode } from '../../../src/diagnostics/numbers/identity-code.ts';
import { repairs, whereToLook } from '../../../src/diagnostics/numbers/repairs.ts';
import { changed, seeded, swapped, today, validIdentity } from './codes.ts';

const remaining = (code: string) => repairs(code, '0123456789X', (other) => isIdentityCode(other, today));

describe('the repairs of a number', () => {
  it('include the one that undoes a wrong digit', () => {
    fc.assert(
      fc.property(validIdentity, fc.nat(16), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
        const wrong = changed(code, at, String((Number(code[at]) + by) % 10));
        expect(remaining(wrong)).toContainEqual([at + 1]);
      }),
      seeded,
    );
  });

  it('include the one that undoes a swap of neighbours', () => {
    fc.assert(
      fc.property(validIdentity, fc.nat(16), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        expect(remaining(swapped(code, at, at + 1))).toContainEqual([at + 1, at + 2]);
      }),
      seeded,
    );
  });

  it('are none for a number that is right but for its date', () => {
    expect(remaining('110105194913310020')).toEqual([]);
  });
});

describe('where to look', () => {
  it('names a place where one or two repairs remain', () => {
    expect(whereToLook([[12]])).toContain('第 12 位写错');
    expect(whereToLook([[12], [14, 15]])).toContain('第 12 位写错，或者第 14、15 位颠倒');
  });

  it('names one place once', () => {
    expect(whereToLook([[12], [12]]).match(/第 12 位/g)).toHaveLength(1);
  });

  it('names none where more remain', () => {
    expect(whereToLook([[1], [2], [3]])).toBe('');
  });

  it('says so where one repair is not enough', () => {
    expect(whereToLook([])).toContain('不止一处');
  });
});
