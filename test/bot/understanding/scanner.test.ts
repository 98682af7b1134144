import { describe, expect, it } from 'vitest';
import { asksOfOtherScanner } from '../../../src/bot/understanding/scanner.ts';

describe('a question about scanning with another APP', () => {
  it.each(['我用微信扫的有关系没', '用支付宝扫码行吗', '我用微信扫的', '扫码是用浏览器可以吗'])(
    'is heard: %s',
    (text) => {
      expect(asksOfOtherScanner(text)).toBe(true);
    },
  );

  it.each(['微信扫码进不去上传页面', '扫了没反应', '用阿里云app扫行吗', '微信发的图能用吗'])('is none: %s', (text) => {
    expect(asksOfOtherScanner(text)).toBe(false);
  });
});
