import { describe, expect, it } from 'vitest';
import { plainWords } from '../../../../src/bot/understanding/phone/plain-words.ts';

const DIALECT: readonly (readonly [text: string, plain: string])[] = [
  ['部机系安卓', '部机是安卓'],
  ['唔系苹果', '不是苹果'],
  ['系唔系最新', '是不是最新'],
  ['系咪要更新', '是不是要更新'],
  ['提示已系最新版本', '提示已是最新版本'],
  ['更新咗', '更新了'],
  ['安卓嘅', '安卓的'],
  ['冇更新', '没有更新'],
  ['冇得更新', '没有更新'],
  ['么得更新', '没有更新'],
  ['木有更新', '没有更新'],
  ['没得更新', '没有更新'],
  ['都系唔得', '都是不行'],
  ['唔使更新', '不用更新'],
  ['晓不得', '不知道'],
  ['唔知喺边度睇', '不知在哪里看'],
  ['俺的', '我的'],
];

const COMMON: readonly string[] = [
  '系统',
  '手机系统版本',
  '没关系',
  '联系客服',
  '小米系列',
  '体系',
  '维系',
  '什么得用app',
  '怎么得的',
  '没得到回复',
  '积木有限公司',
  '红木有限公司',
  '唔,知道了',
  '舍不得换',
  '电话已经打了',
  '安卓8.1扫码白屏',
];

describe('dialect words', () => {
  it.each(DIALECT)('%s is %s', (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  it.each(COMMON)('leaves %s alone', (text) => {
    expect(plainWords(text)).toBe(text);
  });
});
