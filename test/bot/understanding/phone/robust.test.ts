import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { told } from './shipped.ts';

const words = [
  '安卓',
  '苹果',
  '不是',
  '新的',
  '没有',
  '的',
  '更新',
  '升级到',
  '4.4',
  '5.0以下',
  '是',
  ',',
  '。',
  '版本',
  'app',
  '最新',
  '还是',
  '需要',
  '不对',
  '7',
  '点',
  'v',
  ' ',
  '打开',
  '显示',
];

/** The longest message that the API takes, in characters. */
const LONGEST = 2_000;

describe('any message', () => {
  it('gives well-formed facts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
        const { osVersion = '1', appVersion = '1' } = told(parts.join(''));
        expect(osVersion).toMatch(/^\d{1,2}(\.\d{1,4}){0,3}$/);
        expect(appVersion).toMatch(/^\d{1,3}(\.\d{1,4}){0,3}$/);
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });

  it('of any characters is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const allowed = ['platform', 'osVersion', 'atLeastAndroid5', 'appVersion', 'appUpToDate'];
        expect(allowed).toEqual(expect.arrayContaining(Object.keys(told(text))));
      }),
      { seed: 4 },
    );
  });

  it.each(words)('is read in time where it repeats %j', (word) => {
    const text = `安卓没有${word.repeat(LONGEST)}`.slice(0, LONGEST);
    const started = performance.now();
    told(text);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('is read in time where it mixes everything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 500, maxLength: 900 }), (parts) => {
        const started = performance.now();
        told(parts.join('').slice(0, LONGEST));
        expect(performance.now() - started).toBeLessThan(1_000);
      }),
      { seed: 4, numRuns: 20 },
    );
  });
});
