import { expect, it } from 'vitest';
import { modelDir } from '../../src/house.ts';
import { LocalEmbeddings } from '../../src/knowledge/embeddings.ts';
import { encoderThread } from '../../src/knowledge/encoder-thread.ts';

it('leaves the main thread to others while it reads, and gives each the vector of their own text', async () => {
  const embeddings = await LocalEmbeddings.load(modelDir, { threads: 1 });
  try {
    const long = Array.from({ length: 8 }, (_, n) => `第${n}个人问：${'扫码进不去上传页面怎么办'.repeat(12)}`);
    const before = performance.eventLoopUtilization();
    const together = await Promise.all(long.map((text) => embeddings.embedQuery(text)));
    const { utilization } = performance.eventLoopUtilization(before);
    // Encoded here it would be near 1.
    expect(utilization).toBeLessThan(0.5);
    const [alone] = await embeddings.embedDocuments([long[3] ?? '']);
    expect(together[3]?.slice(0, 3).map((value) => value.toFixed(4))).toEqual(
      alone?.slice(0, 3).map((value) => value.toFixed(4)),
    );
  } finally {
    await embeddings.release();
  }
});

it('answers what was asked before it ends, and says that it has ended to who asks afterwards', async () => {
  const embeddings = await LocalEmbeddings.load(modelDir, { threads: 1 });
  const asked = embeddings.embedQuery('域名证书一直上传中');
  await embeddings.release();
  expect(await asked).toHaveLength(384);
  await expect(embeddings.embedQuery('授权书在哪里下载')).rejects.toThrow('编码线程结束了');
});

it('refuses weights that are none', async () => {
  await expect(encoderThread({ weights: new Uint8Array(1_000), threads: 1 })).rejects.toThrow();
});
