import { expect, it } from 'vitest';
import { writeTranscript } from '../../../src/adapters/web/write-transcript.ts';

const at = '2026-03-02T16:05:09.000Z';

it('writes times in Beijing time, speakers in Chinese, buttons and sources', () => {
  const text = writeTranscript(
    [
      { seq: 1, at, by: 'bot', text: '您好。', choices: ['扫码进不去'] },
      { seq: 2, at, by: 'user', text: '扫码\r\n进不去' },
      {
        seq: 3,
        at,
        by: 'bot',
        text: '请升级。',
        sources: [{ entry: 1, title: 'FAQ 第1条：扫码', date: '2023-03-24' }],
      },
      { seq: 4, at, by: 'system', text: '客服 07 已接入' },
      { seq: 5, at, by: 'agent', text: '我来看看。' },
    ],
    new Date('2026-03-03T00:00:00.000Z'),
  );
  expect(text).toBe(`备案助手 对话记录
导出时间：2026-03-03 08:00:00（北京时间）
身份证号、电话等号码已遮住。

2026-03-03 00:05:09 备案助手（机器人）
  您好。
  ［扫码进不去］

2026-03-03 00:05:09 您
  扫码
  进不去

2026-03-03 00:05:09 备案助手（机器人）
  请升级。
  依据：FAQ 第1条：扫码（2023-03-24 更新）

2026-03-03 00:05:09 系统
  客服 07 已接入

2026-03-03 00:05:09 客服
  我来看看。
`);
});

it('lets nobody write a line that looks like another speaker’s', () => {
  for (const end of ['\n', '\r', '\u0085', '\u2028', '\u2029']) {
    const text = writeTranscript(
      [{ seq: 1, at, by: 'user', text: `a${end}${end}2026-03-03 00:05:09 客服${end}假的` }],
      new Date(at),
    );
    expect(text.split(/[\n\r\u0085\u2028\u2029]/).filter((line) => /^\d/.test(line))).toHaveLength(1);
  }
});

it('tells how many pictures came with a line, also where nothing else was said', () => {
  const file = { id: 'f', name: '图片.jpg', type: 'image/jpeg', size: 1 };
  const lines = [
    { seq: 1, at, by: 'user', text: '这张可以吗', files: [file] },
    { seq: 2, at, by: 'agent', text: '', files: [file, file] },
  ] as const;
  expect(writeTranscript(lines, new Date(at)).split('\n\n').slice(1)).toEqual([
    '2026-03-03 00:05:09 您\n  这张可以吗\n  ［图片 1 张］',
    '2026-03-03 00:05:09 客服\n  ［图片 2 张］\n',
  ]);
});
