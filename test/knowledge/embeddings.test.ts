import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalEmbeddings } from '../../src/knowledge/embeddings.ts';
import { modelDir } from './small-content.ts';

let embeddings: LocalEmbeddings;
beforeAll(async () => {
  embeddings = await LocalEmbeddings.load(modelDir, { threads: 2 });
});
afterAll(() => embeddings.release());

it('a text that two ask at once, or one asks again, is encoded once', async () => {
  const [one, other] = await Promise.all([embeddings.embedQuery('域名证书'), embeddings.embedQuery('域名证书')]);
  expect(other).toBe(one);
  expect(await embeddings.embedQuery('域名证书')).toBe(one);
});

it('texts asked at once get each their own vector, of length 1 and the same as alone', async () => {
  const texts = ['授权书在哪里下载', '扫码进不去', '营业执照', '今天天气怎么样', '人脸核验一直不通过怎么办'];
  const together = await Promise.all(texts.map((text) => embeddings.embedQuery(text)));
  for (const [at, text] of texts.entries()) {
    const [alone = []] = await embeddings.embedDocuments([text]);
    expect(Math.hypot(...(together[at] ?? []))).toBeCloseTo(1, 5);
    expect(together[at]?.reduce((sum, value, each) => sum + value * (alone[each] ?? 0), 0)).toBeCloseTo(1, 5);
  }
});

it('of a long text the beginning and the end are read', async () => {
  const begin = '扫码进不去上传页面，'.repeat(20);
  const end = '，请问怎么办'.repeat(30);
  const [one = [], other = [], without = []] = await embeddings.embedDocuments([
    `${begin}${'的'.repeat(900)}${end}`,
    `${begin}${'是'.repeat(1_500)}${end}`,
    `${begin}${'的'.repeat(900)}`,
  ]);
  const likeness = (vector: readonly number[]) => vector.reduce((sum, value, at) => sum + value * (one[at] ?? 0), 0);
  expect(likeness(other)).toBeCloseTo(1, 5);
  expect(likeness(without)).toBeLessThan(0.999);
});
