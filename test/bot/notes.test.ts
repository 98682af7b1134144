import { expect, it } from 'vitest';
import { noteFor } from '../../src/bot/notes.ts';
import type { Entry } from '../../src/knowledge/entry.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { hear } from '../hearing.ts';

const { entries } = await loadContent('data');
const note = (text: string, number: number): string | undefined => {
  const entry = entries.find((one) => one.number === number) as Entry;
  return noteFor({ text, heard: hear(text, {}) }, entry);
};

it('says outright that 1:1 means the same size, where that is asked', () => {
  expect(note('1:1是要裁成正方形吗', 10)).toContain('不是要裁成正方形');
  expect(note('图片最大多少', 10)).toBeUndefined();
});

it('says outright that one person in two roles uploads twice, where that is told', () => {
  expect(note('主体负责人和网站负责人都是我', 3)).toContain('各传一次');
  expect(note('提示资料不完整', 3)).toBeUndefined();
  expect(note('主体负责人和网站负责人都是我', 9)).toBeUndefined();
});
