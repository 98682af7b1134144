import { describe, expect, it } from 'vitest';
import { syllables } from '../../src/text/syllables.ts';
import { timeOf } from './texts.ts';

describe('how a text sounds', () => {
  it.each([
    ['备案', ['bei', 'an']],
    ['beian', ['bei', 'an']],
    ['bei an', ['bei', 'an']],
    ['saoma进不去', ['sao', 'ma', 'jin', 'bu', 'qu']],
    ['绿lv', ['lv', 'lv']],
    ['app', ['app']],
    ['5.0版本', ['5', '0', 'ban', 'ben']],
    ['iphone 打不开 wifi', ['iphone', 'da', 'bu', 'kai', 'wifi']],
    ['shenfenzheng', ['shen', 'fen', 'zheng']],
    ['', []],
    ['?!。👍', []],
  ])('%s', (text, sounds) => {
    expect(syllables(text)).toEqual(sounds);
  });

  it('is the same for homophones', () => {
    expect(syllables('备按')).toEqual(syllables('备案'));
    expect(syllables('人连核验')).toEqual(syllables('人联合验'));
  });

  it('keeps a character that nobody knows how to read', () => {
    expect(syllables('𪚥备')).toHaveLength(2);
  });

  it.each([
    ['letters that spell much', 'xian'.repeat(500)],
    ['letters that spell nothing', 'x'.repeat(2_000)],
    ['characters', '行长重'.repeat(667)],
  ])('takes no longer for %s', (_what, text) => {
    const usual = '备案上传资料 app '.repeat(200);
    expect(timeOf(() => syllables(text))).toBeLessThan(20 * timeOf(() => syllables(usual)) + 5);
  });
});
