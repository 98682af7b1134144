import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { cacheDir as trainedCache } from '../trained.ts';
import { modelDir, shipped } from './small-content.ts';

const QUESTION = '网站备案用的印章图案要几种颜色';

let knowledge: Knowledge | undefined;
afterEach(() => knowledge?.close());

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
  }, 300_000);
});
