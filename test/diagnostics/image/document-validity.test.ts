import { describe, expect, it } from 'vitest';
import { readCreditCode, readIdNumber } from '../../../src/diagnostics/image/document/read-number.ts';
import { isExpired, readValidity } from '../../../src/diagnostics/image/document/validity.ts';

describe('a term', () => {
  it.each([
    ['2011.05.03-2031.05.03', '2011-05-03', '2031-05-03'],
    ['2011.05.03—长期', '2011-05-03', 'long'],
    ['20110503-20310503', '2011-05-03', '2031-05-03'],
    ['2O11.O5.03-2031.05.O3', '2011-05-03', '2031-05-03'],
    ['20l1.05.03-203I.05.03', '2011-05-03', '2031-05-03'],
    ['2011 0503-长朗', '2011-05-03', 'long'],
    ['2015年5月3日至2035年5月2日', '2015-05-03', '2035-05-02'],
    ['自2015年05月03日至长期', '2015-05-03', 'long'],
  ])('%s is read', (text, from, to) => {
    expect(readValidity(text)).toEqual({ from, to });
  });

  it.each([
    ['2011.05.03'],
    ['2011.05.3-2031.05.03'],
    ['22011.05.03-2031.05.03'],
    ['2011.13.03-2031.05.03'],
    ['2011.02.30-长期'],
    ['2031.05.03-2011.05.03'],
    ['长期'],
    [''],
  ])('%s is not guessed', (text) => {
    expect(readValidity(text)).toBeUndefined();
  });

  it('is over after its last day', () => {
    expect(isExpired({ to: '2026-03-01' }, '2026-03-01')).toBe(false);
    expect(isExpired({ to: '2026-02-28' }, '2026-03-01')).toBe(true);
    expect(isExpired({ to: 'long' }, '2126-03-01')).toBe(false);
  });
});

describe('a number in a row', () => {
  it.each([
    ['公民身份号码11010519491231002X', '11010519491231002X'],
    ['公民身份号码11010519491231002x', '11010519491231002X'],
    ['11O10519491231002×', '11010519491231002X'],
  ])('%s is read', (row, number) => {
    expect(readIdNumber(row)).toBe(number);
  });

  it.each([['公民身份号码1101051949123100'], ['1101051949123100222'], ['110105 19491231'], ['31010!9608302088']])(
    '%s is not completed',
    (row) => {
      expect(readIdNumber(row)).toBeUndefined();
    },
  );

  it('of a company has no I, O, S and Z', () => {
    expect(readCreditCode('统一社会信用代码91610113EXU9FK68OI')).toBe('91610113EXU9FK6801');
    expect(readCreditCode('91610113EXU9FK68V1')).toBeUndefined();
    expect(readCreditCode('执照编号123456789012345')).toBeUndefined();
  });
});
