import { afterAll, describe, expect, it } from 'vitest';
import { examplesOf } from '../../src/knowledge/corpus.ts';
import { disturb } from '../../src/knowledge/disturb.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { seeded } from '../../src/knowledge/random.ts';
import { createNormalise } from '../../src/text/normalise.ts';
import { smallContent } from './small-content.ts';

const normalise = createNormalise();
const content = smallContent();
afterAll(() => content.remove());
content.write('faq/05-certificate-uploading.txt', '# 口语\n證書一直轉圈\t4\n# 老人\n。。。\n\u200b\u200c。\n');
const examples = examplesOf(await loadContent(content.dataDir), normalise);
const of = (entry: number) => examples.filter(({ label }) => 'entry' in label && label.entry === entry);

describe('what the decision is fitted on', () => {
  it('is every question as it is compared, with its tone and what else answers it', () => {
    expect(of(5)).toContainEqual({ text: '证书一直转圈', label: { entry: 5 }, group: '口语', also: [4] });
    expect(of(4)).toHaveLength(25 + 3);
    expect(examples.filter(({ label }) => 'outside' in label)).toHaveLength(72);
    expect(examples.every(({ text }) => text !== '' && text === normalise(text))).toBe(true);
  });

  it('is also what the entries say of themselves: titles, error strings and sentences, each once', () => {
    const own = of(5)
      .filter(({ group }) => group === 'source')
      .map(({ text }) => text);
    expect(own).toEqual([
      '上传域名证书提示上传中',
      '上传中',
      '在阿里云app端上传域名证书,可能因网络不稳定等原因会一直提示上传中。',
      '建议您切换网络环境后再上传,可以将wifi切换成4g或者4g切换成wifi。',
    ]);
  });
});

describe('a disturbed question', () => {
  it('is the same for the same seed, never empty, and not much longer', () => {
    const copies = (seed: number): readonly string[] => {
      const random = seeded(seed);
      return Array.from({ length: 500 }, (_, at) => disturb(examples[at % examples.length]?.text ?? '', random));
    };
    expect(copies(1)).toEqual(copies(1));
    expect(copies(1)).not.toEqual(copies(2));
    for (const [at, copy] of copies(3).entries()) {
      const { length } = examples[at % examples.length]?.text ?? '';
      expect(copy).not.toBe('');
      expect(copy.length).toBeLessThanOrEqual(length + 6);
    }
  });

  it('differs from the question more often than not, and keeps most of its characters', () => {
    const random = seeded(4);
    const text = '我用苹果手机扫码之后一直进不去上传资料的页面怎么办';
    const copies = Array.from({ length: 300 }, () => disturb(text, random));
    expect(copies.filter((copy) => copy !== text).length).toBeGreaterThan(150);
    const shared = copies.map((copy) => [...text].filter((char) => copy.includes(char)).length / text.length);
    expect(shared.reduce((a, b) => a + b, 0) / shared.length).toBeGreaterThan(0.9);
  });

  it('of one character stays', () => {
    const random = seeded(5);
    for (let at = 0; at < 200; at++) expect(disturb('扫', random)).toContain('扫');
  });
});
