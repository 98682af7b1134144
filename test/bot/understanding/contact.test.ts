import { describe, expect, it } from 'vitest';
import { storedText } from '../../../src/bot/stored-text.ts';
import { bareAccount, contactsIn } from '../../../src/bot/understanding/contact.ts';

describe('the contacts of a message', () => {
  it.each([
    ['我的手机 138 0013 8000，谢谢', ['138 0013 8000']],
    ['微信同号13800138000', ['13800138000']],
    ['座机(010)62345678', ['(010)62345678']],
    ['qq邮箱 123456@qq.com', ['123456@qq.com']],
    ['电话 13800138000 微信 abc123xyz', ['13800138000', 'abc123xyz']],
    ['钉钉 zhangsan1', ['zhangsan1']],
    ['v信：zhangsan_1', ['zhangsan_1']],
  ])('%s', (said, found) => {
    expect(contactsIn(said)).toEqual(found);
  });

  it.each([
    '微信8.0.42里打开的链接',
    '微信android版打不开',
    '安卓 4.4.2',
    '图片3.9MB，第5次了',
    '2023-03-24 10:00 提交的',
    '身份证110105199001010020',
    '备案订单 20230324123456',
    '扫码进不去上传页面',
    'iphone14',
  ])('%s has none', (said) => {
    expect(contactsIn(said)).toEqual([]);
  });

  it('may be an account alone, where one was asked for', () => {
    expect(bareAccount(' zhang_san99 ')).toBe('zhang_san99');
    expect(bareAccount('123456789')).toBe('123456789');
    for (const said of ['iphone14', 'android12', '好的', 'ok', 'hello', '12', '我的微信'])
      expect(bareAccount(said), said).toBeUndefined();
  });
});

describe('a stored text', () => {
  it.each([
    ['微信号zhang_san99 找我', '微信号zh*******99 找我'],
    ['电话13800138000', '电话138****8000'],
    ['电话１３８００１３８０００', '电话138****8000'],
    ['身份证110105199001010020', '身份证110105********0020'],
    ['扫码进不去', '扫码进不去'],
    ['ｆｕｌｌ　width 扫码', 'ｆｕｌｌ　width 扫码'],
  ])('%s', (said, stored) => {
    expect(storedText(said)).toBe(stored);
  });

  it('hides the contacts of a 留言 wherever they stand', () => {
    expect(storedText('zhang_san99，对，就是zhang_san99', ['zhang_san99'])).toBe('zh*******99，对，就是zh*******99');
    expect(storedText('ｚｈａｎｇ_99', ['zhang_99'])).not.toMatch(/zhang/);
  });

  it('treats what is written as text, not as a pattern', () => {
    expect(storedText('a$&b 123456@qq.com', ['123456@qq.com'])).toBe('a$&b 1***@qq.com');
  });
});
