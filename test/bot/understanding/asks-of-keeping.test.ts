import { describe, expect, it } from 'vitest';
import { asksOfKeeping } from '../../../src/bot/understanding/asks-of-keeping.ts';

describe('a question about what becomes of pictures here', () => {
  it.each([
    '照片你们存多久啊谁能看到',
    '我发的照片谁能看到',
    '你们会保存我的身份证吗',
    '图片会不会泄露',
    '身份证照片安全吗',
    '照片什么时候删',
  ])('is heard: %s', (text) => {
    expect(asksOfKeeping(text)).toBe(true);
  });

  it.each([
    '上传页面不显示照片',
    '照片存多大合适',
    '资料审核要多久',
    '备案信息保存在哪',
    '照片保存在手机里吗',
    '拍摄保存中卡住了',
    '谁能看懂这个提示',
  ])('is not: %s', (text) => {
    expect(asksOfKeeping(text)).toBe(false);
  });
});
