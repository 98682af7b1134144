import { describe, expect, it } from 'vitest';
import { type AnswerChecker, answerChecker, anyOf } from '../../bench/channels/answer-checker.ts';
import type { Dialogue } from '../../bench/channels/expected.ts';

const line = (text: string, sources: readonly string[] = [], choices: readonly string[] = []) => ({
  ...{ text, sources, choices },
});
const FIRST = '请先把 **阿里云 APP** 升级到最新版本。';
const SECOND = '安卓 5.0 以下的手机不支持，请换一台手机。';
const THIRD = '不客气。再遇到问题，随时来问。';
const SCAN = {
  said: '扫码没反应',
  lines: [line(FIRST, ['第1条：扫码 2023-03-24']), line('是哪种手机？', [], ['安卓', '苹果'])],
};
const PHONE = { said: '安卓', lines: [line(SECOND)] };
const THANKS = { said: '谢谢', lines: [line(THIRD)] };
const DIALOGUE: Dialogue = [SCAN, PHONE, THANKS];

/** As three channels write the first answer. */
const DINGTALK = [
  `${FIRST}\n\n依据：第1条：扫码 · 2023-03-24`,
  '是哪种手机？\n\n回复 1 到 2 选择：  \n1 安卓  \n2 苹果',
];
const WECHAT = [
  '请先把 阿里云 APP 升级到最新版本。\n\n依据：第1条：扫码 · 2023-03-24\n\n是哪种手机？\n\n回复 1 到 2 选择：\n1 安卓\n2 苹果',
];
const IN_PIECES = [DINGTALK[0]?.slice(0, 9) ?? '', DINGTALK[0]?.slice(9) ?? '', '是哪种手机？\n安卓\n苹果'];

const having = (asked: number, ...seen: readonly string[]): AnswerChecker => {
  const checker = answerChecker(DIALOGUE);
  for (let turn = 0; turn < asked; turn += 1) checker.asked();
  for (const text of seen) expect(checker.saw(text)).toBeUndefined();
  return checker;
};

describe('what people are answered in a channel', () => {
  it.each([
    ['DingTalk', DINGTALK],
    ['WeChat', WECHAT],
    ['pieces', IN_PIECES],
  ])('is right as %s writes it, and whole only with its sources and choices', (_name, messages) => {
    const checker = having(1);
    for (const [at, text] of messages.entries()) {
      expect(checker.answered).toBe(0);
      expect([at, checker.saw(text)]).toEqual([at, undefined]);
    }
    expect(checker.answered).toBe(1);
    expect(having(2, ...messages, SECOND).answered).toBe(2);
  });

  it('is wrong where a line is lost, and not taken for whole', () => {
    const checker = having(1);
    expect(checker.saw(DINGTALK[1] ?? '')).toBeDefined();
    expect(checker.answered).toBe(0);
    expect(having(2, ...DINGTALK).answered).toBe(1);
  });

  it('is wrong where it comes twice, whole or in part, at once or later', () => {
    expect(having(1, ...DINGTALK).saw(DINGTALK[0] ?? '')).toMatchObject({ is: 'doubled' });
    expect(having(2, ...DINGTALK, SECOND).saw(WECHAT[0] ?? '')).toMatchObject({ is: 'doubled' });
    expect(having(1, DINGTALK[0] ?? '').saw(DINGTALK[0] ?? '')).toMatchObject({ is: 'doubled' });
    expect(having(3, ...DINGTALK, SECOND, THIRD).saw(THIRD)).toMatchObject({ is: 'doubled' });
  });

  it('is wrong where it is another person’s, or nobody asked for it', () => {
    expect(having(1).saw('按官方说明，湖北要求主体负责人必须为法定代表人。')).toMatchObject({ is: 'foreign' });
    expect(having(1, ...DINGTALK).saw(SECOND)).toMatchObject({ is: 'order' });
    expect(having(0).saw(DINGTALK[0] ?? '')).toMatchObject({ is: 'order' });
  });

  it('is wrong where two answers change places, but not where nobody knows their order', () => {
    expect(having(3, ...DINGTALK).saw(THIRD)).toMatchObject({ is: 'order' });
    const either = anyOf([DIALOGUE, [SCAN, THANKS, PHONE]]);
    for (let turn = 0; turn < 3; turn += 1) either.asked();
    for (const text of [...DINGTALK, THIRD, SECOND]) expect(either.saw(text)).toBeUndefined();
    expect(either.answered).toBe(3);
    expect(either.saw(THIRD)).toBeDefined();
  });

  it('is wrong where words are changed, and goes on behind it', () => {
    const checker = having(2, ...DINGTALK);
    expect(checker.saw(SECOND.replace('5.0', '6.0'))).toBeDefined();
    expect(checker.saw(SECOND)).toBeUndefined();
    expect(checker.answered).toBe(2);
  });
});
