import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLexical } from '../../src/knowledge/lexical.ts';

const documents = [
  { id: 1, text: '扫描二维码无法进入上传资料页面' },
  { id: 2, text: '提示非法参数或产品类型为空' },
  { id: 5, text: '上传域名证书提示上传中' },
];

/** BM25 over character bigrams as it stands in the book. */
function bm25(query: string, at: number, texts: readonly string[]): number {
  const bigrams = (text: string): readonly string[] => [...text].slice(1).map((char, i) => `${[...text][i]}${char}`);
  const lengths = texts.map((text) => bigrams(text).length);
  const average = lengths.reduce((a, b) => a + b, 0) / texts.length;
  return [...new Set(bigrams(query))].reduce((sum, bigram) => {
    const frequency = bigrams(texts[at] ?? '').filter((one) => one === bigram).length;
    const holding = texts.filter((text) => bigrams(text).includes(bigram)).length;
    const idf = Math.log(1 + (texts.length - holding + 0.5) / (holding + 0.5));
    return sum + (idf * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * (lengths[at] ?? 0)) / average));
  }, 0);
}

describe('the lexical index', () => {
  it('scores as the book says', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'a'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (texts, query) => {
        const scores = buildLexical(texts.map((one, id) => ({ id, text: one }))).score(query);
        for (const at of texts.keys()) expect(scores.get(at) ?? 0).toBeCloseTo(bm25(query, at, texts), 9);
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('finds each document by its own words, and best', () => {
    const index = buildLexical(documents);
    for (const { id, text } of documents) {
      const [best] = [...index.score(text)].sort(([, a], [, b]) => b - a);
      expect(best?.[0]).toBe(id);
    }
  });

  it('gives only documents that share something', () => {
    expect([...buildLexical(documents).score('二维码').keys()]).toEqual([1]);
    expect(buildLexical(documents).score('天气').size).toBe(0);
  });

  it.each(['', '?', '码', '   '])('finds nothing for %j', (query) => {
    expect(buildLexical(documents).score(query).size).toBe(0);
  });

  it('sees through punctuation and spaces', () => {
    const index = buildLexical(documents);
    expect(index.score('非法, 参数!')).toEqual(index.score('非法参数'));
  });

  it('says no more for a word said twice', () => {
    const index = buildLexical(documents);
    expect(index.score('二维码二维码').get(1)).toBeGreaterThanOrEqual(index.score('二维码').get(1) ?? 0);
    expect(index.score('二维二维').get(1)).toBe(index.score('二维').get(1));
  });

  it('holds nothing and still answers', () => {
    expect(buildLexical([]).score('二维码').size).toBe(0);
    expect(buildLexical([{ id: 1, text: '' }]).score('二维码').size).toBe(0);
  });

  it('gives the closest of many, best first, and those asked for by name if they share something', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 30 }),
        text,
        fc.nat(8),
        fc.nat(40),
        (texts, query, most, id) => {
          const index = buildLexical(texts.map((one, at) => ({ id: at, text: one })));
          const all = index.score(query, texts.length);
          const values = [...all.values()];
          expect(values).toEqual([...values].sort((a, b) => b - a));
          expect(values.every((score) => score > 0)).toBe(true);
          const few = index.score(query, most);
          expect([...few.values()]).toEqual(values.slice(0, most));
          for (const [one, score] of few) expect(score).toBe(all.get(one));
          expect(index.score(query, 0, [id])).toEqual(new Map(all.has(id) ? [[id, all.get(id)]] : []));
        },
      ),
      { numRuns: 500, seed: 14 },
    );
  });

  it('looks only at what shares a bigram', () => {
    const many = Array.from({ length: 20_000 }, (_, id) => ({
      id,
      text: String.fromCodePoint(0x4e00 + (id % 5_000), 0x6000 + (id % 4_999)),
    }));
    expect(buildLexical(many).score(many[77]?.text ?? '').size).toBeLessThan(20);
  });
});
