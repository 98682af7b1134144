import { describe, expect, it } from 'vitest';
import { scaled, scalingOf } from '../../src/knowledge/classifier.ts';
import { buildVocabulary, vectorise } from '../../src/knowledge/vocabulary.ts';

const texts = ['备案号查询', '备案号在哪', '授权书下载', '备案授权书'];
const vocabulary = buildVocabulary(texts);
const piece = (id: number): string => [...vocabulary.index.keys()][id] ?? '';

describe('a vocabulary', () => {
  it('keeps what stands in two texts, counted once a text', () => {
    expect(vocabulary.index.has('备案号')).toBe(true);
    expect(vocabulary.index.has('查询')).toBe(false);
    expect(buildVocabulary(['中中中中', '国']).index.has('中')).toBe(false);
  });

  it('gives the rare one more weight than the common one', () => {
    const idf = (name: string): number => vocabulary.idf[vocabulary.index.get(name) ?? -1] ?? 0;
    expect(idf('^')).toBeCloseTo(1, 6);
    expect(idf('备案')).toBeCloseTo(Math.log(5 / 4) + 1, 6);
    expect(idf('授权书')).toBeCloseTo(Math.log(5 / 3) + 1, 6);
  });
});

describe('a text as a vector', () => {
  it('has length 1 and ids in order', () => {
    for (const text of [...texts, '备案备案备案', '备'.repeat(2_000)]) {
      const { ids, values } = vectorise(vocabulary, text);
      expect(Math.hypot(...values)).toBeCloseTo(1, 5);
      expect([...ids]).toEqual([...ids].sort((a, b) => a - b));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('holds only what is known, and damps what is said again', () => {
    const { ids, values } = vectorise(vocabulary, '备案备案查询');
    const value = (name: string): number => values[[...ids].findIndex((id) => piece(id) === name)] ?? 0;
    expect([...ids].map(piece)).not.toContain('查询');
    const once = vectorise(vocabulary, '备案查询');
    const before = once.values[[...once.ids].findIndex((id) => piece(id) === '备案')] ?? 0;
    const ratio =
      value('备案') / value('^') / (before / (once.values[[...once.ids].findIndex((id) => piece(id) === '^')] ?? 1));
    expect(ratio).toBeCloseTo(1 + Math.log(2), 4);
  });

  it('is empty for a text without known pieces, never undefined', () => {
    const { ids, values } = vectorise(buildVocabulary([]), '备案');
    expect(ids).toHaveLength(0);
    expect(values).toHaveLength(0);
  });
});

describe('the numbers of the encoder', () => {
  const scaling = scalingOf([Float32Array.of(0, 5, 1), Float32Array.of(2, 5, 3)]);

  it('are brought to the same middle and spread', () => {
    expect([...scaling.mean]).toEqual([1, 5, 2]);
    const [a, b, c] = scaled(scaling, [2, 5, 3]);
    expect(a).toBeCloseTo(c ?? 0, 6);
    expect(b).toBe(0);
    expect(scaled(scaling, [0, 5, 1])[0]).toBeCloseTo(-(a ?? 0), 6);
  });

  it('say nothing where there are none', () => {
    expect([...scaled(scaling, [])]).toEqual([0, 0, 0]);
    expect(scaled(scalingOf([new Float32Array(0)]), [1, 2])).toHaveLength(0);
  });
});
