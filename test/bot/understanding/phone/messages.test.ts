import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { short, told } from './shipped.ts';

/** Whole messages: text, system and version (`android 8.1`, `? 4.4`, `-`), version of the APP, `newest` or `older`. */
const phrases = readFileSync('test/bot/understanding/phone/phrases.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#\u0020'))
  .map((line) => line.split('\t'))
  .map(([text = '', phone, app, newest]) => ({
    text: text.replaceAll('\\n', '\n').replaceAll('\\"', '"'),
    said: [phone, app, newest],
  }));

describe('a message about phone and APP', () => {
  it('is tried with hundreds of phrases', () => {
    expect(phrases.length).toBeGreaterThan(500);
  });

  it.each(phrases)('reads $text', ({ text, said }) => {
    const { appVersion, appUpToDate, ...phone } = told(text);
    const newest = appUpToDate === undefined ? '-' : appUpToDate ? 'newest' : 'older';
    expect([short(phone), appVersion ?? '-', newest]).toEqual(said);
  });
});
