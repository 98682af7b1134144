import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/knowledge/content-error.ts';
import { type Knowledge, openKnowledge } from '../../src/knowledge/knowledge.ts';
import { modelDir, type SmallContent, smallContent } from './small-content.ts';

const LIFT = '电梯年检合格证要在哪里上传？';

describe('knowledge that is opened', () => {
  let content: SmallContent;
  let knowledge: Knowledge;
  const steps: string[] = [];
  beforeAll(async () => {
    content = smallContent();
    const { dataDir, cacheDir } = content;
    knowledge = await openKnowledge({ dataDir, cacheDir, modelDir, progress: (step) => steps.push(step) });
  });
  afterAll(async () => {
    await knowledge.close();
    content.remove();
  });

  it('answers with an entry, and runs the encoder', async () => {
    expect(knowledge.withoutEncoder).toBeUndefined();
    expect(await knowledge.decide('授权书在哪里下载')).toMatchObject({
      kind: 'answer',
      candidates: [{ entry: 12 }, {}, {}],
    });
    expect([...knowledge.entries().keys()]).toEqual([4, 5, 12]);
  });

  it('answers any text at all', async () => {
    for (const text of ['', '\u200b', '\ud800', '<script>', '备'.repeat(2_000), 'x'.repeat(2_000), '👍'.repeat(500)]) {
      const { kind, confidence } = await knowledge.decide(text);
      expect(['answer', 'clarify', 'outside']).toContain(kind);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
  });

  it('retrieves by words and meaning', async () => {
    const [best] = await knowledge.retriever().invoke('方案书去哪儿下');
    expect(best?.metadata.entry).toBe(12);
    expect(best?.metadata.dense).toBeGreaterThan(0.5);
  });

  it('told how far it was, step by step', () => {
    expect([...new Set(steps)]).toEqual(['vectors', 'fit', 'graph']);
  });

  it('is quick the second time: nothing is encoded or fitted again', async () => {
    const { dataDir, cacheDir } = content;
    const again: string[] = [];
    const second = await openKnowledge({ dataDir, cacheDir, modelDir, progress: (step) => again.push(step) });
    expect(again).toEqual([]);
    expect(await second.decide('授权书在哪里下载')).toEqual(await knowledge.decide('授权书在哪里下载'));
    await second.close();
  });

  it('makes anew what is damaged on disk', async () => {
    const { dataDir } = content;
    const cacheDir = `${content.cacheDir}-damaged`;
    cpSync(content.cacheDir, cacheDir, { recursive: true });
    for (const name of readdirSync(cacheDir)) writeFileSync(join(cacheDir, name), 'damaged');
    const again: string[] = [];
    const second = await openKnowledge({ dataDir, cacheDir, modelDir, progress: (step) => again.push(step) });
    expect([...new Set(again)]).toEqual(['vectors', 'fit', 'graph']);
    expect(await second.decide('授权书在哪里下载')).toEqual(await knowledge.decide('授权书在哪里下载'));
    await second.close();
  });

  it('answers the new content after a change, and every question asked meanwhile', async () => {
    const before = await knowledge.decide(LIFT);
    expect(before.candidates.map(({ entry }) => entry)).not.toContain(13);
    content.write(
      'faq/13-lift.md',
      content
        .read('faq/12-download-forms.md')
        .replace('number: 12', 'number: 13')
        .replace('download-forms', 'lift')
        .replace(/^title: .*$/m, 'title: 电梯年检合格证在哪里上传')
        .replace(/^label: .*$/m, 'label: 电梯年检合格证')
        .replace(/## 处理方法[\s\S]*/, '## 处理方法\n\n电梯年检合格证在辅助资料页面上传。\n'),
    );
    content.write(
      'faq/13-lift.txt',
      [
        '# 口语',
        ...Array.from('在从到把给往', (word) => `电梯年检合格证${word}哪里传`),
        '电梯证怎么交',
        '年检合格证要传吗',
        '',
      ].join('\n'),
    );
    let reloaded = false;
    const reload = knowledge.reload().then(() => {
      reloaded = true;
    });
    let asked = 0;
    while (!reloaded) {
      expect((await knowledge.decide('授权书在哪里下载')).candidates[0]?.entry).toBe(12);
      asked++;
      await new Promise(setImmediate);
    }
    await reload;
    expect(asked).toBeGreaterThan(1);
    expect(knowledge.entries().get(13)?.label).toBe('电梯年检合格证');
    expect(await knowledge.decide(LIFT)).toMatchObject({ kind: 'answer', candidates: [{ entry: 13 }, {}, {}, {}] });
    expect((await knowledge.retriever().invoke(LIFT))[0]?.metadata.entry).toBe(13);
  });

  it('stays as it was when a file is broken, and takes the mended one', async () => {
    const good = content.read('faq/13-lift.md');
    content.write('faq/13-lift.md', good.replace('number: 13', 'number: dreizehn'));
    await expect(knowledge.reload()).rejects.toThrow(ContentError);
    expect(knowledge.entries().size).toBe(4);
    expect(await knowledge.decide(LIFT)).toMatchObject({ kind: 'answer', candidates: [{ entry: 13 }, {}, {}, {}] });
    content.write('faq/13-lift.md', good.replace('label: 电梯年检合格证', 'label: 电梯证'));
    await knowledge.reload();
    expect(knowledge.entries().get(13)?.label).toBe('电梯证');
  });

  it('takes a change of the rules too', async () => {
    const rules = content.read('rules/homophones.json');
    expect(knowledge.normalise('店梯证')).toBe('店梯证');
    content.write('rules/homophones.json', JSON.stringify({ words: { 店梯: '电梯' } }));
    await knowledge.reload();
    expect(knowledge.normalise('店梯证')).toBe('电梯证');
    content.write('rules/homophones.json', rules);
    const costs = {
      wrong: 0.01,
      answeredOutside: 0.01,
      clarified: 9,
      clarifiedWithout: 9,
      clarifiedOutside: 9,
      declined: 9_999,
    };
    content.write('rules/decision.json', JSON.stringify({ costs }));
    await knowledge.reload();
    expect((await knowledge.decide('今天天气不错')).kind).toBe('answer');
  });
});

describe('a content that changes often', () => {
  it('keeps few of the decisions that it no longer needs', async () => {
    const content = smallContent([4, 12]);
    const { dataDir, cacheDir } = content;
    const knowledge = await openKnowledge({ dataDir, cacheDir, modelDir: 'none' });
    const [file = '', text] = ['faq/12-download-forms.txt', content.read('faq/12-download-forms.txt')];
    for (let change = 1; change <= 5; change++) {
      content.write(file, `${text}又一种问法${'呀'.repeat(change)}\n`);
      await knowledge.reload();
    }
    expect(readdirSync(cacheDir)).toHaveLength(3);
    await knowledge.close();
    content.remove();
  });
});

describe('two reloads at once', () => {
  it('run one after the other, and the last files win, even where they take less time', async () => {
    const content = smallContent([4, 12]);
    const { dataDir, cacheDir } = content;
    let fitting = (): void => {};
    const knowledge = await openKnowledge({ dataDir, cacheDir, modelDir: 'none', progress: () => fitting() });
    const [file = '', text] = ['faq/12-download-forms.txt', content.read('faq/12-download-forms.txt')];
    content.write(file, `${text}又一种问法\n`);
    const begun = new Promise<void>((resolve) => {
      fitting = resolve;
    });
    const first = knowledge.reload();
    await begun;
    content.write(file, text);
    await Promise.all([first, knowledge.reload()]);
    expect(knowledge.entries().get(12)?.questions).toHaveLength(25);
    await knowledge.close();
    content.remove();
  });
});

describe('content that cannot be used', () => {
  it('is refused before anything is fitted', async () => {
    const content = smallContent();
    content.edit('faq/05-certificate-uploading.md', 'number: 5', 'number: 6');
    const { dataDir, cacheDir } = content;
    await expect(openKnowledge({ dataDir, cacheDir, modelDir })).rejects.toThrow(/05-certificate-uploading\.md:3 /);
    expect(existsSync(cacheDir)).toBe(false);
    content.remove();
  });
});
