import { expect, it } from 'vitest';
import { wordBorders } from '../../src/text/word-borders.ts';

it('knows where words begin and end', () => {
  const borders = wordBorders('请确认正确');
  expect([...borders]).toEqual([0, 1, 3, 5]);
  expect([...wordBorders('')]).toEqual([0]);
});
