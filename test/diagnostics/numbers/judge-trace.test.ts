import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityTrace, idNumber } from '../../../src/diagnostics/id-number.ts';
import { judgeTrace } from '../../../src/diagnostics/numbers/judge-trace.ts';
import { changed, seeded, today, validCredit, validIdentity } from './codes.ts';

const verdict = (number: string) => idNumber.run({ idNumber: number, today }).verdict;

/** The verdict that a trace gives with another last character. */
function corrected(number: string, last: string): string {
  const trace = identityTrace(number, today);
  if (!trace) throw new Error(`no trace of ${number}`);
  return judgeTrace(trace, last).verdict;
}

describe('a correction of the last character', () => {
  it.each(['X', 'x', 'ｘ', '×', ' X '])('takes %j for an X', (last) => {
    expect(corrected('110105194912310021', last)).toBe('id-ok');
  });

  it('that does not fit is still wrong', () => {
    expect(corrected('110105194912310021', '7')).toBe('id-invalid-checksum');
  });

  it('completes a number of 17', () => {
    expect(verdict('11010519491231002')).toBe('id-invalid-length');
    expect(corrected('11010519491231002', 'X')).toBe('id-ok');
  });

  it('cannot mend another length', () => {
    expect(corrected('110105491231002', 'X')).toBe('id-invalid-length');
  });

  it('gives the verdict that the whole number would get', () => {
    const digits = fc.constantFrom(...'0123456789X');
    const broken = fc.tuple(validIdentity, fc.nat(16), fc.constantFrom(...'0123456789'));
    fc.assert(
      fc.property(broken, digits, ([code, at, digit], last) => {
        const number = changed(code, at, digit);
        expect(corrected(number, last)).toBe(verdict(number.slice(0, 17) + last));
        expect(corrected(number.slice(0, 17), last)).toBe(verdict(number.slice(0, 17) + last));
      }),
      seeded,
    );
  });

  it('gives it for a company’s code too', () => {
    fc.assert(
      fc.property(validCredit, fc.constantFrom(...'0123456789ABCDEFGHXYIO'), (code, last) => {
        fc.pre(identityTrace(code, today)?.kind === 'credit');
        expect(corrected(code, last)).toBe(verdict(code.slice(0, 17) + last));
      }),
      seeded,
    );
  });
});

describe('what a conversation keeps', () => {
  it('is nothing of the birth date, the region or the sequence', () => {
    const trace = identityTrace('110105 19491231 0021', today);
    expect(trace).toEqual({
      kind: 'identity',
      length: 18,
      regionOk: true,
      dateOk: true,
      expected: 'X',
      last: '1',
    });
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  it('is nothing at all of a document whose numbers have no check', () => {
    expect(identityTrace('护照 E12345678', today)).toBeUndefined();
    expect(identityTrace('不知道', today)).toBeUndefined();
  });
});
