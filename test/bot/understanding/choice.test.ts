import { describe, expect, it } from 'vitest';
import { choiceIn, namedIn } from '../../../src/bot/understanding/choice.ts';

const choices = ['提示资料不完整或资料不全', '传完了页面不显示', '上传资料的格式和拍摄要求'];
const picked = (said: string): number | string | undefined => {
  const choice = choiceIn(said, choices);
  return choice?.is === 'one' ? choice.at : choice?.is;
};

describe('a choice', () => {
  it.each([
    ['传完了页面不显示', 1],
    ['第一个', 0],
    ['第二个吧', 1],
    ['第三种情况', 2],
    ['2', 1],
    ['2.', 1],
    ['(2)', 1],
    ['2号', 1],
    ['选2', 1],
    ['我选第二个', 1],
    ['应该是第1个', 0],
    ['b', 1],
    ['选b', 1],
    ['就是第二个', 1],
    ['第二', 1],
    ['前面那个', 0],
    ['后面那个', 2],
    ['最后一个', 2],
    ['中间那个', 1],
    ['the second one', 1],
    ['first', 0],
    ['option 3', 2],
    ['是第二种的', 1],
    ['嗯第二个', 1],
  ])('%s picks one', (said, at) => {
    expect(picked(said)).toBe(at);
  });

  it.each(['都不是', '都不是的', '不是这些', '没有一个', '其他', '以上都不是', '哪个都不是', 'none', '不对'])(
    '%s picks none',
    (said) => {
      expect(picked(said)).toBe('none');
    },
  );

  it.each(['不知道', '我不清楚', '分不清', '不知道选哪个', '看不懂'])('%s is unsure', (said) => {
    expect(picked(said)).toBe('unsure');
  });

  it.each(['都有', '两个都有', '都是', '全都有'])('%s means all', (said) => {
    expect(picked(said)).toBe('all');
  });

  it.each(['5', '第六个', '授权书在哪下载', '13800138000', '2023年提交的', '安卓5.0', '还是不行', '', '第二步在哪'])(
    '%s picks nothing',
    (said) => {
      expect(picked(said)).toBeUndefined();
    },
  );

  it('counts from the end and excludes only where that is clear', () => {
    expect(choiceIn('不是第一个', choices.slice(0, 2))).toEqual({ is: 'one', at: 1 });
    expect(choiceIn('不是第一个', choices)).toBeUndefined();
    expect(choiceIn('第三个', choices.slice(0, 2))).toBeUndefined();
  });
});

describe('a name', () => {
  it.each([
    ['资料不全那个', 0],
    ['不显示的', 1],
    ['是不显示', 1],
    ['格式要求', 2],
  ])('%s is of one choice', (said, at) => {
    expect(namedIn(said, choices)).toBe(at);
  });

  it.each(['上传', '页面上提示非法参数怎么办', '人脸核验不通过', '资料', ''])('%s is of none', (said) => {
    expect(namedIn(said, choices)).toBeUndefined();
  });
});
