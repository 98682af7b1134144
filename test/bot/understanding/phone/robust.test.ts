import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuTime } from '../../../cpu-time.ts';
import { phoneIn, told } from './shipped.ts';

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
  '列表',
  '里面',
  '没有看到',
  '已最新',
  '的版本',
  '要更新',
  '说要',
  '一直没',
  '还有个',
  '系',
  '冇',
  '咗',
  'androi',
  '一扫',
];

/** The longest message that the API takes, in characters. */
const LONGEST = 2_000;
/** Milliseconds of the processor for one that is longer still. */
const WITHIN = 50;

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
    expect(cpuTime(() => told(text), { enough: 1_000 })).toBeLessThan(1_000);
  });

  it.each(words)('of 5 000 characters that repeats %j is read at once, asked or not', (word) => {
    const text = word.repeat(5_000).slice(0, 5_000);
    for (const context of [{}, { platform: 'ios', osVersion: '5.0', asked: 'appUpToDate' } as const]) {
      expect(cpuTime(() => phoneIn(text, context), { enough: WITHIN })).toBeLessThan(WITHIN);
    }
  });

  it('is read in time where it mixes everything', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 500, maxLength: 900 }), (parts) => {
        expect(cpuTime(() => told(parts.join('').slice(0, LONGEST)), { enough: 1_000 })).toBeLessThan(1_000);
      }),
      { seed: 4, numRuns: 20 },
    );
  });
});
