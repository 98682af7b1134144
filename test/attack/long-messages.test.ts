import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/adapters/dingtalk/render.ts';
import { plainText } from '../../src/adapters/vendor/plain-text.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { mask } from '../../src/text/mask.ts';
import { findReplies, previewOf } from '../../web/console/help/find-replies.ts';
import { markdown } from '../../web/shared/markdown.ts';
import { sameWords } from '../../web/widget/talk/same-words.ts';
import { cpuTime, cpuTimeOf } from '../cpu-time.ts';
import { type Desk, openDesk } from '../desk.ts';
import { trainedKnowledge } from '../trained.ts';

/** The longest message, in characters. */
const LONG = 2_000;
/** Milliseconds of processor time that its whole turn may take, the encoder's aside: some 30 where nothing else runs. */
const SOON = 300;
/** The same for a text that is only shown. */
const AT_ONCE = 50;
/** Texts that one message may have the encoder read, and characters in them altogether: 2 000 and parts of them. */
const FEW_TEXTS = 10;
const FEW_CHARACTERS = LONG + 500;

const long = (unit: string): string => unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG);
const PROVINCES =
  '北京上海天津重庆河北山西辽宁吉林江苏浙江安徽福建江西山东河南湖北湖南广东海南四川贵州云南陕西甘肃青海西藏宁夏新疆';
const QUESTIONS = Array.from(
  { length: 200 },
  (_, at) => `${(at % 9) + 1}、${String.fromCodePoint(0x4e00 + at * 17)}怎么传？`,
).join('');

const MESSAGES: readonly string[] = [
  ...['嗯', '的', '是', '啊', '那', '不', '1', 'a', 'wx', '。', '，', '?', '(', '[', '*', '\\', '的了是我不在有人这'],
  ...[
    '1234567890',
    '1 1 0 1 0 1 ',
    'hello world ',
    'wo yao ren gong ',
    'a.',
    'a@',
    '[a](b',
    '**a',
    '- a\n',
    '，。！？',
  ],
  ...[
    '我是不是的',
    '帮我那个图',
    '还是不行，',
    '显示是打开',
    '老婆的同事',
    '主体网站',
    '法人刷脸失败了3次',
    '转人工吗',
  ],
  ...['北京', PROVINCES, '北京、上海、', '不是北京，是上海，', '注册在广东，老家在湖南，', '上海南京路', 'beijing '],
  ...[
    '华为小米苹果vivo oppo',
    '安卓4.4不对5.1，',
    'app版本6.1.2，',
    '认正',
    '备案网站幕布',
    '未通过审核',
    '张三 李四，',
  ],
  ...['“张三”', '身份证是张三，我填的李四，', 'vs ', '😀', '怎么备案？', '还有怎么备案，', QUESTIONS],
].map(long);

let knowledge: Knowledge;
let desk: Desk;
let encoded: string[] = [];
beforeAll(async () => {
  knowledge = await trainedKnowledge();
  const vector = knowledge.centre();
  // The encoder's work is that of so many characters, wherever they come from: it is counted, not measured.
  const decide: Knowledge['decide'] = (text) => {
    encoded.push(text);
    return knowledge.decide(text, vector);
  };
  desk = await openDesk({ ...knowledge, decide });
  for (const text of ['你好', '安卓4.4扫码进不去', '1、怎么备案？2、授权书在哪下载？']) await desk.say(text);
});
afterAll(async () => {
  await desk.close();
  await knowledge.close();
});

describe('the longest messages', () => {
  it.each(['重新开始', '核对姓名写法', '核对证件号码'])(
    'are understood soon, after %s',
    { timeout: 120_000 },
    async (before) => {
      const slow: string[] = [];
      for (const message of MESSAGES) {
        await desk.say(before);
        encoded = [];
        const ms = await cpuTimeOf(() => desk.say(message), { enough: SOON, rounds: 3 });
        if (ms > SOON) slow.push(`${Math.round(ms)} ms: ${message.slice(0, 30)}`);
      }
      expect(slow).toEqual([]);
      expect(desk.faults).toEqual([]);
    },
  );

  it('do not occupy the encoder for long, however many questions they ask', async () => {
    for (const message of [
      QUESTIONS.slice(0, LONG),
      QUESTIONS.slice(0, 400),
      long('怎么备案？'),
      long('还有怎么备案，'),
    ]) {
      await desk.say('重新开始');
      encoded = [];
      await desk.say(message);
      expect(encoded.length).toBeLessThanOrEqual(FEW_TEXTS);
      expect(encoded.join('').length).toBeLessThanOrEqual(FEW_CHARACTERS);
    }
  });

  it('are masked and shown at once', () => {
    const replies = MESSAGES.map((text, at) => ({ key: `${at}`, entry: null, text }) as never);
    const jobs: Readonly<Record<string, (text: string) => unknown>> = {
      mask,
      markdown,
      plainText,
      render: (text) => render({ text, by: 'agent', name: '小周' }, { numbered: true }),
      sameWords: (text) => sameWords(`${text}1`, `${text.split('').join('*')}2`),
      previewOf: (text) => previewOf({ text } as never),
      findReplies: (text) => findReplies(replies.slice(0, 3), text),
    };
    const slow = Object.entries(jobs).flatMap(([name, job]) =>
      MESSAGES.flatMap((message) => {
        const ms = cpuTime(() => job(message), { enough: AT_ONCE });
        return ms > AT_ONCE ? [`${name} ${Math.round(ms)} ms: ${message.slice(0, 30)}`] : [];
      }),
    );
    expect(slow).toEqual([]);
  });
});
