import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthFault, checkCharacter, regionKnown } from '../../../src/diagnostics/numbers/identity-code.ts';
import { anyIdentity, changed, seeded, swapped, today } from './codes.ts';

const passes = (code: string) => checkCharacter(code.slice(0, 17)) === code[17];

describe('the check character of a person’s number (GB 11643)', () => {
  it('is the one of the standard’s examples', () => {
    expect(checkCharacter('11010519491231002')).toBe('X');
    expect(checkCharacter('44052418800101001')).toBe('4');
  });

  it.each(['1101051949123100', '110105194912310021', '1101051949123100O', ''])('is none for %j', (text) => {
    expect(checkCharacter(text)).toBeUndefined();
  });

  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(anyIdentity, (code) => {
        for (let at = 0; at < 18; at++) {
          for (const other of at === 17 ? '0123456789X' : '0123456789') {
            if (other !== code[at] && passes(changed(code, at, other))) return false;
          }
        }
        return passes(code);
      }),
      seeded,
    );
  });

  it('catches any two swapped characters, except those ten places apart', () => {
    fc.assert(
      fc.property(anyIdentity, (code) => {
        for (let one = 0; one < 18; one++) {
          for (let other = one + 1; other < 18; other++) {
            const mixed = swapped(code, one, other);
            if (code[one] === code[other] || mixed.slice(0, 17).includes('X')) continue;
            if (passes(mixed) !== (other - one === 10)) return false;
          }
        }
        return true;
      }),
      seeded,
    );
  });
});

describe('the region of a person’s number', () => {
  it.each(['11', '15', '23', '37', '46', '50', '54', '65', '71', '81', '82', '83', '91', '90'])(
    '%s is known',
    (two) => {
      expect(regionKnown(`${two}9999`)).toBe(true);
    },
  );

  it.each(['00', '10', '16', '24', '38', '47', '55', '66', '70', '72', '80', '84', ''])('%s is not', (two) => {
    expect(regionKnown(`${two}0101`)).toBe(false);
  });
});

describe('the birth date of a person’s number', () => {
  it.each([
    ['19491231', undefined],
    ['20000229', undefined],
    ['20240229', undefined],
    ['19000101', undefined],
    ['20260301', undefined],
    ['19000229', 'leap'],
    ['20230229', 'leap'],
    ['19900230', 'day'],
    ['19900431', 'day'],
    ['19900100', 'day'],
    ['19900132', 'day'],
    ['19901301', 'month'],
    ['19900001', 'month'],
    ['18991231', 'early'],
    ['00000101', 'early'],
    ['20260302', 'future'],
    ['20991231', 'future'],
  ])('%s: %s', (birth, fault) => {
    expect(birthFault(birth, today)).toBe(fault);
  });
});
