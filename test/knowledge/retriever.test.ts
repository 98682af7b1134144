import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import { EntryGraph, graphDocument } from '../../src/knowledge/graph.ts';
import { buildLexical } from '../../src/knowledge/lexical.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { EntryRetriever } from '../../src/knowledge/retriever.ts';
import { createNormalise } from '../../src/text/normalise.ts';

const { entries } = await loadContent('data');
const normalise = createNormalise();
const byNumber = new Map(entries.map((entry) => [entry.number, entry]));
const lexical = buildLexical(
  entries.map(({ number, title, sections }) => ({
    id: number,
    text: normalise(title + sections.map(({ text }) => text).join('')),
  })),
);

/** What speaks of forms lies in one direction, all else in another; what mentions scanning leans a little to the first. */
class TwoDirections extends FakeEmbeddings {
  override async embedQuery(text: string): Promise<number[]> {
    if (text.includes('授权书')) return [1, 0];
    return text.includes('扫码') ? [0.4, 0.9] : [0, 1];
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}

async function retriever(most = 50): Promise<EntryRetriever> {
  const graph = new EntryGraph(new TwoDirections(), 2, 4);
  await graph.addDocuments([
    graphDocument('授权书模板在哪', 12),
    graphDocument('扫不了码', 1),
    graphDocument('备案多久', 0),
    graphDocument('扫码没反应', 1),
  ]);
  return new EntryRetriever({ entries: byNumber, lexical, graph, normalise, most });
}

describe('the retriever', () => {
  it('joins words and meaning, best first', async () => {
    const found = await (await retriever()).invoke('授权书在哪里下载');
    expect(found[0]?.metadata).toMatchObject({ entry: 12, nearest: '授权书模板在哪' });
    expect(found[0]?.metadata.dense).toBeCloseTo(1, 5);
    expect(found[0]?.metadata.lexical).toBeGreaterThan(0);
    expect(found[0]?.pageContent).toBe(byNumber.get(12)?.title);
    const scores = found.map(({ metadata }) => metadata.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('names each entry once, and none for what no entry answers', async () => {
    const numbers = (await (await retriever()).invoke('扫码没反应')).map(({ metadata }) => metadata.entry);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).not.toContain(0);
    expect(numbers[0]).toBe(1);
    const [best] = await (await retriever()).invoke('扫码没反应');
    expect(best?.metadata.nearest).toBe('扫码没反应');
    expect(best?.metadata.dense).toBeCloseTo(1, 5);
  });

  it('gives no more than asked for', async () => {
    expect(await (await retriever(2)).invoke('上传资料')).toHaveLength(2);
  });

  it('counts the words of what is near by meaning, though others share more of them', async () => {
    const [only] = await (await retriever(1)).invoke('扫描二维码无法进入上传资料页面授权书');
    const closest = [...lexical.score('扫描二维码无法进入上传资料页面授权书', 1).keys()];
    expect(closest).not.toContain(12);
    expect(only?.metadata.entry).toBe(12);
    expect(only?.metadata.lexical).toBeGreaterThan(0);
  });

  it('normalises what it is asked', async () => {
    const [best] = await (await retriever()).invoke('授權書在哪裡下載');
    expect(best?.metadata).toMatchObject({ entry: 12, nearest: '授权书模板在哪' });
  });

  it('finds by words alone where no encoder runs, and nothing in nothing', async () => {
    const words = new EntryRetriever({ entries: byNumber, lexical, graph: undefined, normalise, most: 50 });
    const [best] = await words.invoke('主办单位负责人姓名与工商信息库登记信息不一致');
    expect(best?.metadata).toMatchObject({ entry: 9, dense: 0, nearest: null });
    expect(await words.invoke('\u200b')).toEqual([]);
  });
});
