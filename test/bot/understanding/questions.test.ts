import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../../src/bot/understanding/questions.ts';

describe('the questions of a message', () => {
  it.each([
    ['扫不了码, 还有方案书去哪拿', ['扫不了码', '方案书去哪拿']],
    ['扫码进不去，另外想问一下授权书在哪下载', ['扫码进不去', '授权书在哪下载']],
    ['扫码进不去。对了，图片多大', ['扫码进不去', '图片多大']],
    ['扫码进不去，顺便问下图片要多大', ['扫码进不去', '图片要多大']],
    ['1. 扫码进不去 2. 授权书去哪下载', ['扫码进不去', '授权书去哪下载']],
    ['1、扫码进不去怎么办2、授权书去哪下载', ['扫码进不去怎么办', '授权书去哪下载']],
    ['一、扫码进不去；二、授权书在哪', ['扫码进不去', '授权书在哪']],
    ['扫码进不去怎么办？授权书在哪下载？', ['扫码进不去怎么办', '授权书在哪下载']],
    ['扫码进不去怎么办，授权书在哪下载', ['扫码进不去怎么办', '授权书在哪下载']],
  ])('%s', (said, parts) => {
    expect(questionsIn(said).parts).toEqual(parts);
  });

  it('are told apart by the person, or only by the marks', () => {
    expect(questionsIn('扫不了码, 还有方案书去哪拿').told).toBe(true);
    expect(questionsIn('扫码进不去怎么办？授权书在哪下载？').told).toBe(false);
  });

  it('are a story where there are too many, or the message is long', () => {
    const asked = (count: number, words = '怎么传') =>
      Array.from({ length: count }, (_, at) => `${at + 1}、第${'甲乙丙丁戊己庚辛壬'[at]}种${words}`).join('');
    expect(questionsIn(asked(8)).parts).toHaveLength(8);
    expect(questionsIn(asked(9)).parts).toEqual([asked(9)]);
    expect(questionsIn(asked(2, '怎么传'.repeat(60))).parts).toHaveLength(2);
    expect(questionsIn(asked(2, '怎么传'.repeat(70))).parts).toHaveLength(1);
  });

  it.each([
    '昨天在电脑上填完了信息。到了上传资料那一步，用手机扫码。扫了好几次都进不去。请问怎么办？',
    '扫码进不去，还有没有别的办法',
    '还有别的办法吗',
    '安卓5.0可以吗',
    '图片要求小于4MB，格式jpg、png',
    '??????',
    '怎么办',
    '',
  ])('%s is one', (said) => {
    expect(questionsIn(said).parts).toHaveLength(1);
  });
});
