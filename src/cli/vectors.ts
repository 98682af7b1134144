import { join } from 'node:path';
import { readConfig } from '../config.ts';
import { contentDir, modelDir } from '../house.ts';
import { examplesOf } from '../knowledge/corpus.ts';
import { LocalEmbeddings } from '../knowledge/embeddings.ts';
import { loadContent } from '../knowledge/load.ts';
import { loadRules } from '../knowledge/rules.ts';
import { cachedVectors, keyOf, vectorFile } from '../knowledge/vector-cache.ts';
import { writeVectors } from '../knowledge/vector-file.ts';
import { createNormalise } from '../text/normalise.ts';
import { loadEnv } from './load-env.ts';
import { progressLines } from './progress-lines.ts';

/** Encodes every question of the content and writes `data/vectors`, so that a first start need not. For a release. */
loadEnv();
const shippedDir = join(contentDir, 'vectors');
const embeddings = await LocalEmbeddings.load(modelDir, { threads: 2 });
const normalise = createNormalise((await loadRules(contentDir)).homophones);
const texts = [...new Set(examplesOf(await loadContent(contentDir), normalise).map(({ text }) => text))];
const cacheDir = join(readConfig(process.env).dataDir, 'knowledge');
const progress = progressLines(console.error);
const vectors = await cachedVectors({ cacheDir, shippedDir }, embeddings, texts, (share) => progress('vectors', share));
const file = vectorFile(shippedDir, embeddings);
await writeVectors(file, new Map(texts.map((text, at) => [keyOf(text), vectors[at] ?? new Float32Array(0)])));
console.log(`${file}：${texts.length} 个问题的向量`);
await embeddings.release();
