import { describe, expect, it } from 'vitest';
import { ngrams } from '../../src/knowledge/ngrams.ts';
import { timeOf } from '../text/texts.ts';

describe('the pieces of a text', () => {
  it('are its characters with its ends marked, its Latin words and its syllables', () => {
    expect(ngrams('备案')).toEqual([
      '^',
      '备',
      '案',
      '$',
      '^备',
      '备案',
      '案$',
      '^备案',
      '备案$',
      's:bei',
      's:an',
      's:bei an',
    ]);
    expect(ngrams('扫 app2')).toContain('w:app2');
    expect(ngrams('扫 ab')).not.toContain('w:ab');
  });

  it('hold a character of two units in one', () => {
    expect(ngrams('𠮷')).toContain('^𠮷$');
  });

  it('sound the same for homophones and typed pinyin', () => {
    const sounds = (text: string): readonly string[] => ngrams(text).filter((piece) => piece.startsWith('s:'));
    expect(sounds('备按')).toEqual(sounds('备案'));
    expect(sounds('beian')).toEqual(sounds('备案'));
  });

  it('are few in nothing', () => {
    expect(ngrams('')).toEqual(['^', '$', '^$']);
  });

  it('take time in proportion to the text', () => {
    const short = timeOf(() => ngrams('备案上传资料页面'.repeat(25)));
    const long = timeOf(() => ngrams('备案上传资料页面'.repeat(250)));
    expect(long).toBeLessThan(40 * short + 5);
  });
});
