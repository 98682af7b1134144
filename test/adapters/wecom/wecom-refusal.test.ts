import { expect, it } from 'vitest';
import { WecomRefusal } from '../../../src/adapters/wecom/wecom-refusal.ts';

it.each([
  [95001, 'window', '5 条'],
  [95002, 'window', '48 小时'],
  [95013, 'window', '会话已结束'],
  [95018, 'window', '不让发送'],
  [95031, 'window', '48 小时'],
  [45009, 'rate', '太频繁'],
  [45033, 'rate', '同时'],
  [-1, 'busy', '繁忙'],
  [95016, 'refused', '不能这样转接'],
  [95030, 'refused', '不让客服发'],
  [40001, 'config', 'WECOM_SECRET'],
  [40013, 'config', 'WECOM_CORP_ID'],
  [48002, 'config', '可调用接口的应用'],
  [95000, 'config', '客服帐号'],
  [95011, 'config', 'WECOM_SECRET'],
  [95012, 'config', 'WECOM_SECRET'],
  [95014, 'config', '接待人员'],
  [95017, 'config', '打开'],
  [99999, 'refused', '99999'],
] as const)('%i is a fault of kind %s and says what to do', (code, fault, words) => {
  const refusal = new WecomRefusal(code, 'kf/send_msg', 'whatever, hint: [1234]');
  expect(refusal).toMatchObject({ channel: 'wecom', errcode: code, fault });
  expect(refusal.message).toContain(words);
});

it('names the address that is not on the list', () => {
  const { message } = new WecomRefusal(
    60020,
    'gettoken',
    'not allow to access from your ip, from ip: 203.0.113.9, hint',
  );
  expect(message).toContain('203.0.113.9');
  expect(message).toContain('企业可信 IP');
});

it('waits as long as WeCom asks for', () => {
  expect(new WecomRefusal(45009, 'kf/send_msg', '').retryAfter).toBe(60_000);
});
