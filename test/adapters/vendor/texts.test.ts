import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, numberedChoices } from '../../../src/adapters/vendor/numbered-choices.ts';
import { plainText } from '../../../src/adapters/vendor/plain-text.ts';
import { splitText } from '../../../src/adapters/vendor/split-text.ts';

describe('a long text', () => {
  it('comes in pieces that fit, and that together are the text', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(words, fc.integer({ min: 32, max: 200 }), (text, most) => {
        const pieces = splitText(text, most);
        for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(most);
        const bare = (all: string): string => all.replace(/\s/g, '');
        expect(bare(pieces.join(''))).toBe(bare(text));
        if (pieces.length > 1) expect(pieces.every((piece) => piece !== '')).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('is cut between paragraphs, or else between sentences, before anything else', () => {
    expect(splitText('第一段。\n\n第二段，还有一句。', 36)).toEqual(['第一段。', '第二段，还有一句。']);
    expect(splitText('先打开设置。再点检查更新。', 24)).toEqual(['先打开设置。', '再点检查更新。']);
  });

  it('is never cut within what a person sees as one character', () => {
    expect(splitText('👩‍👩‍👧‍👧👩‍👩‍👧‍👧', 30)).toEqual(['👩‍👩‍👧‍👧', '👩‍👩‍👧‍👧']);
  });
});

describe('choices without buttons', () => {
  const choices = ['扫码进不去', '一直上传中', '转人工'];

  it('are numbered, and picked by their number however it is written', () => {
    expect(numberedChoices(choices)).toBe('回复 1 到 3 选择：\n1 扫码进不去\n2 一直上传中\n3 转人工');
    for (const said of ['2', '２', '②', ' 2. ', '选2', '第2个', '2、'])
      expect(choiceOf(said, choices)).toBe('一直上传中');
    for (const said of ['4', '0', '12', '2023', '2次', '安卓5', '']) expect(choiceOf(said, choices)).toBeUndefined();
  });

  it('have letters where they are about numbers themselves', () => {
    const counts = ['1 次', '2 次', '3 次以上'];
    expect(numberedChoices(counts)).toBe('回复 A 到 C 选择：\nA 1 次\nB 2 次\nC 3 次以上');
    expect([choiceOf('b', counts), choiceOf('2', counts)]).toEqual(['2 次', undefined]);
  });

  it('say nothing where there are none, and name the one there is', () => {
    expect([numberedChoices([]), numberedChoices(['同意'])]).toEqual(['', '回复 1：同意']);
  });
});

it('our Markdown stays readable without marks', () => {
  const text = '**先试**这两步：\n\n1. 打开[设置](https://beian.example.com/a)\n- 重启\\*';
  expect(plainText(text)).toBe('先试这两步：\n\n1. 打开设置：https://beian.example.com/a\n· 重启*');
});
