import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/knowledge/knowledge.ts';
import { modelDir, smallContent } from './small-content.ts';

describe('knowledge without an encoder', () => {
  it.each([
    ['the folder is missing', undefined],
    [
      'the model is damaged',
      (folder: string) => writeFileSync(join(folder, 'model.onnx'), 'version https://git-lfs.github.com/spec/v1'),
    ],
    ['the tokenizer is damaged', (folder: string) => writeFileSync(join(folder, 'tokenizer.json'), '{}')],
    ['the tokenizer is cut', (folder: string) => writeFileSync(join(folder, 'tokenizer.json'), '{"model":')],
  ])('answers by words when %s, and tells why', async (_what, damage) => {
    const content = smallContent();
    const folder = join(content.dataDir, 'model');
    if (damage) {
      cpSync(modelDir, folder, { recursive: true });
      damage(folder);
    }
    const knowledge = await openKnowledge({ dataDir: content.dataDir, cacheDir: content.cacheDir, modelDir: folder });
    expect(knowledge.withoutEncoder).toMatch(/./);
    expect(await knowledge.decide('授权书在哪里下载')).toMatchObject({
      kind: 'answer',
      candidates: [{ entry: 12 }, {}, {}],
    });
    expect((await knowledge.decide('今天天气怎么样')).kind).not.toBe('answer');
    const [best] = await knowledge.retriever().invoke('授权书在哪里下载');
    expect(best?.metadata).toMatchObject({ entry: 12, dense: 0 });
    expect(
      existsSync(content.cacheDir) && readdirSync(content.cacheDir).every((name) => name.startsWith('words-')),
    ).toBe(true);
    await knowledge.close();
    content.remove();
  });
});
