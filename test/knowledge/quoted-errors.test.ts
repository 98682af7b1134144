import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { trainedKnowledge } from '../trained.ts';

const { entries } = await loadContent('data');
const all = entries.flatMap(({ number, errors }) => errors.map((error) => [error, number] as const));

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());

/** The texts that are not answered with the entry. */
async function missed(texts: readonly string[], entry: number): Promise<readonly string[]> {
  const decisions = await Promise.all(texts.map((text) => knowledge.decide(text)));
  return texts.filter((_, at) => decisions[at]?.kind !== 'answer' || decisions[at]?.candidates[0]?.entry !== entry);
}

describe.each(all)('the error string %s', (error, entry) => {
  const chars = [...error];

  it('finds its entry, alone and in a sentence', async () => {
    const frames = [
      (text: string) => text,
      (text: string) => `“${text}”`,
      (text: string) => `您好，我备案传资料的时候系统提示“${text}”，怎么办？`,
      (text: string) => `手机上跳出来一行字：${text}`,
      (text: string) => `${text} 这个是啥意思啊急死了`,
      (text: string) => `报错[${text}]`,
      (text: string) => `阿里云APP截图里的字：\n\n${text}\n\n确定  取消`,
    ];
    expect(
      await missed(
        frames.map((frame) => frame(error)),
        entry,
      ),
    ).toEqual([]);
  });

  it('finds its entry as a picture or another system would write it', async () => {
    const written = [
      chars.join(' '),
      chars.join('\n'),
      error.replace(/(.{4})/gu, '$1\r\n'),
      error.replace(/[，。]/g, ''),
      error.replace(/[，。]/g, ' ,'),
      error.replaceAll('传', '傳').replaceAll('资', '資').replaceAll('证', '證').replaceAll('验', '驗'),
      error.replaceAll('已', '己').replaceAll('未', '末').replaceAll('人', '入'),
      chars.join('\u200b'),
    ];
    expect(await missed(written, entry)).toEqual([]);
  });

  it('finds its entry with any one character lost, if four are left', async () => {
    const lost = chars
      .map((_, at) => chars.filter((_char, i) => i !== at).join(''))
      .filter((text) => [...text].length >= 4);
    expect(
      await missed(
        lost.map((text) => `提示“${text}”怎么办`),
        entry,
      ),
    ).toEqual([]);
  });

  it('finds its entry when its end is cut, if most of it is left', async () => {
    const cut = chars
      .map((_, at) => chars.slice(0, at + 1))
      .filter((text) => text.length >= Math.max(5, Math.ceil(chars.length * 0.6)));
    expect(
      await missed(
        cut.map((text) => `提示${text.join('')}…`),
        entry,
      ),
    ).toEqual([]);
  });
});
