import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/knowledge/content-error.ts';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { cacheDir as trainedCache } from '../trained.ts';
import { modelDir, type SmallContent, shipped, smallContent } from './small-content.ts';

let content: SmallContent | undefined;
let knowledge: Knowledge | undefined;

afterEach(async () => {
  await knowledge?.close();
  content?.remove();
  knowledge = undefined;
  content = undefined;
});

const open = async (small: SmallContent, model = modelDir): Promise<Knowledge> => {
  content = small;
  knowledge = await openKnowledge({ dataDir: small.dataDir, cacheDir: small.cacheDir, modelDir: model });
  return knowledge;
};

const QUESTION = '网站备案用的印章图案要几种颜色';

describe('a running service', () => {
  it('answers with the new content after a reload, and every question asked meanwhile', async () => {
    const small = smallContent();
    const known = await open(small);
    expect((await known.decide('上传域名证书提示上传中')).candidates[0]?.entry).toBe(5);

    small.edit('faq/05-certificate-uploading.md', '建议您切换网络环境后再上传', '请切换网络环境后再上传');
    const reloaded = known.reload();
    const meanwhile = await Promise.all(
      Array.from({ length: 20 }, (_, at) => known.decide(`上传域名证书提示上传中 ${at}`)),
    );
    await reloaded;

    expect(meanwhile.every(({ candidates }) => candidates[0]?.entry === 5)).toBe(true);
    expect(
      known
        .entries()
        .get(5)
        ?.sections.some(({ text }) => text.startsWith('请切换网络')),
    ).toBe(true);
  });

  it('keeps what it knew when a file is broken', async () => {
    const small = smallContent();
    const known = await open(small);
    small.edit('faq/05-certificate-uploading.md', 'number: 5', 'number: five');
    await expect(known.reload()).rejects.toThrow(ContentError);
    expect(known.entries().get(5)?.title).toBe('上传域名证书提示上传中');
    expect((await known.decide('上传域名证书提示上传中')).kind).toBe('answer');
  });

  it('starts again from its cache with the same decision', async () => {
    const small = smallContent();
    const first = await (await open(small)).decide('同一个域名有两个入口');
    await knowledge?.close();
    const again = await (await open(small)).decide('同一个域名有两个入口');
    expect(again).toEqual(first);
  });
});

describe('without the sentence encoder', () => {
  it.each([
    ['missing', (folder: string) => join(folder, 'nowhere')],
    [
      'damaged',
      (folder: string) => {
        cpSync(join(modelDir, 'tokenizer.json'), join(folder, 'tokenizer.json'));
        writeFileSync(join(folder, 'model.onnx'), 'not a model');
        return folder;
      },
    ],
  ])('whose file is %s it decides by words alone, and says why', async (_how, damage) => {
    const folder = mkdtempSync(join(tmpdir(), 'beian-model-'));
    try {
      const known = await open(smallContent(), damage(folder));
      expect(known.withoutEncoder).toBeTruthy();
      const { kind, candidates } = await known.decide('上传域名证书提示上传中');
      expect(kind).toBe('answer');
      expect(candidates[0]?.entry).toBe(5);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a thirteenth entry', () => {
  it('written as files only is the answer to its questions', async () => {
    const root = mkdtempSync(join(tmpdir(), 'beian-thirteen-'));
    try {
      const dataDir = join(root, 'data');
      cpSync(shipped, dataDir, { recursive: true });
      cpSync(join(trainedCache, 'knowledge'), join(root, 'cache'), { recursive: true });
      writeFileSync(
        join(dataDir, 'faq', '13-seal-colours.md'),
        [
          '---',
          'id: seal-colours',
          'number: 13',
          'title: 印章图案要几种颜色',
          'label: 印章图案的颜色',
          'roles: [主体负责人]',
          'errors: []',
          'related: []',
          'checks: []',
          'source: { title: 测试条目, date: 2026-01-01 }',
          '---',
          '',
          '## 处理方法',
          '',
          '印章图案只用红色。',
          '',
        ].join('\n'),
      );
      const ways = ['印章图案', '印章的图案', '印章图样', '图章图案', '印章花纹'];
      const asks = ['要几种颜色', '用什么颜色', '可以是蓝色吗', '红色行不行', '颜色有要求吗', '能印成彩色的吗'];
      const questions = ways.flatMap((way) => asks.map((ask) => `${way}${ask}`));
      writeFileSync(join(dataDir, 'faq', '13-seal-colours.txt'), ['# 口语', ...questions, ''].join('\n'));

      knowledge = await openKnowledge({ dataDir, cacheDir: join(root, 'cache'), modelDir });
      const decision = await knowledge.decide(QUESTION);
      expect(decision.kind).toBe('answer');
      expect(decision.candidates[0]?.entry).toBe(13);
      expect((await knowledge.decide('刷脸总是不通过')).candidates[0]?.entry).toBe(8);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }, 180_000);
});
