import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNear, type Near } from '../../src/text/find-near.ts';
import { timeOf } from './texts.ts';

/** Levenshtein's distance by its definition. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  for (const [i, char] of a.entries()) {
    let left = i + 1;
    row = b.map((other, j) => {
      const diagonal = j === 0 ? i : (row[j - 1] as number);
      left = Math.min(diagonal + (char === other ? 0 : 1), (row[j] as number) + 1, left + 1);
      return left;
    });
  }
  return row.at(-1) ?? a.length;
}

/** Every place tried: least edits, then the first end, then the longest. */
function naive(text: string, needle: string, limit: number): Near | undefined {
  const chars = [...text];
  const pattern = [...needle];
  const places = chars.flatMap((_, start) =>
    chars.slice(start).map((_char, length) => ({ start, end: start + length + 1 })),
  );
  return places
    .map(({ start, end }) => ({ start, end, edits: distance(chars.slice(start, end), pattern) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.end - b.end || a.start - b.start)[0];
}

describe('finding the nearest place', () => {
  const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', '中', '𠮷'), maxLength });

  it('agrees with trying every place', () => {
    fc.assert(
      fc.property(letters(14), letters(6), fc.integer({ min: 0, max: 6 }), (text, needle, limit) => {
        fc.pre(needle !== '');
        expect(findNear(text, needle, limit)).toEqual(naive(text, needle, limit));
      }),
      { numRuns: 3_000, seed: 5 },
    );
  });

  it.each([
    ['资料不全', { start: 3, end: 7, edits: 0 }],
    ['资料不', { start: 3, end: 6, edits: 0 }],
    ['资料很不全', { start: 3, end: 7, edits: 1 }],
    ['资枓不全', { start: 3, end: 7, edits: 1 }],
    ['上传中', undefined],
  ])('sees a slip: %s', (needle, near) => {
    expect(findNear('系统说资料不全怎么办', needle, 1)).toEqual(near);
  });

  it('finds an empty needle nowhere, and nothing in an empty text', () => {
    expect(findNear('abc', '', 3)).toBeUndefined();
    expect(findNear('', 'abc', 3)).toBeUndefined();
  });

  it('takes time in proportion to the text', () => {
    const needle = '主办单位负责人姓名与工商信息库登记信息不一致';
    const short = timeOf(() => findNear('主办单位'.repeat(500), needle, 4));
    const long = timeOf(() => findNear('主办单位'.repeat(5_000), needle, 4));
    expect(long).toBeLessThan(40 * short + 5);
  });
});
