import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Content, loadContent } from '../../src/knowledge/load.ts';
import { markdownSentences } from '../../src/text/markdown.ts';
import { createNormalise } from '../../src/text/normalise.ts';

const normalise = createNormalise();
const lines = readFileSync('data/source/upload-verification-faq.txt', 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter(Boolean);
const { entries }: Content = await loadContent('data');

/** Page furniture between the entries: headings, list marks, marks of bold text. */
const HEADING = /^(问题描述|处理方法|可能原因[一二]?|「注意」|主体负责人在异地|单位证件在异地)$/;
const MARKS = /^[①-⑳]|\*\*/g;
/** The words of a link, left behind by the page's extraction. */
const RESIDUE = '>智能在线咨询阿里云售后。';
/** Before the first entry stand the title, the date, an introduction and the contents; after the last one feedback and the contents again. */
const first = lines.lastIndexOf(lines[4] ?? '', lines.length / 2);
const last = lines.indexOf('文档内容是否对您有帮助?');

/** The lines of one entry of the source, its title first. */
function linesOf(number: number): readonly string[] {
  const from = lines.findIndex((line, at) => at >= first && line.startsWith(`${number}.`));
  const to = lines.findIndex((line, at) => at > from && line.startsWith(`${number + 1}.`));
  return lines.slice(from, Math.min(last, to < 0 ? last : to));
}

function sentencesOf(number: number): readonly string[] {
  return linesOf(number)
    .slice(1)
    .filter((line) => !HEADING.test(line))
    .map((line) => line.replace(MARKS, '').replace(RESIDUE, ''))
    .flatMap((line) => line.split(/(?<=[。?])/))
    .map(normalise)
    .filter(Boolean);
}

describe('the entries and their source', () => {
  it('are twelve, numbered from 1', () => {
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(lines.slice(4, 16).map((line) => line.split('.')[0])).toEqual(entries.map(({ number }) => String(number)));
  });

  it('name the same page and day', () => {
    expect(entries.map(({ source }) => source.title)).toEqual(entries.map(() => lines[0]));
    expect(lines[1]).toContain('2023-03-24');
    expect(entries.map(({ source }) => source.date)).toEqual(entries.map(() => '2023-03-24'));
  });

  describe.each(entries.map((entry) => [entry.number, entry] as const))('entry %i', (number, entry) => {
    const own = entry.sections.flatMap(({ text }) => markdownSentences(text)).map(normalise);
    const corrected = sentencesOf(number).map((sentence) =>
      entry.corrections.reduce(
        (text, { source, shown }) => text.replace(normalise(source), normalise(shown)),
        sentence,
      ),
    );

    it('has the title of the source', () => {
      expect(normalise(`${number}.${entry.title}`)).toBe(normalise(linesOf(number)[0] ?? ''));
    });

    it('says everything that the source says', () => {
      expect(corrected.length).toBeGreaterThan(0);
      expect(corrected.filter((sentence) => !own.includes(sentence))).toEqual([]);
    });

    it('says nothing that the source does not say, and nothing twice', () => {
      expect(own.filter((sentence) => !corrected.includes(sentence))).toEqual([]);
      expect(new Set(own).size).toBe(own.length);
    });

    it('quotes its error strings letter by letter', () => {
      const text = linesOf(number).map(normalise).join('\n');
      expect(entry.errors.filter((error) => !text.includes(normalise(error)))).toEqual([]);
    });

    it('corrects only what stands in the source, and tells why', () => {
      for (const { source, shown, why } of entry.corrections) {
        expect(sentencesOf(number).join('')).toContain(normalise(source));
        expect(own.join('')).toContain(normalise(shown));
        expect(own.join('')).not.toContain(normalise(source));
        expect(why).not.toBe('');
      }
    });

    it('has a label that tells it from the others', () => {
      expect(entries.filter(({ label }) => label === entry.label)).toHaveLength(1);
    });
  });

  it('lists eighteen provinces, each once', () => {
    const text =
      entries
        .find(({ number }) => number === 9)
        ?.sections.map((section) => section.text)
        .join('') ?? '';
    const provinces = /目前要求(.+?)的主体负责人/.exec(text)?.[1]?.split('、') ?? [];
    expect(provinces).toHaveLength(18);
    expect(new Set(provinces).size).toBe(18);
  });
});
