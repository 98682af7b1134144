import { describe, expect, it } from 'vitest';
import { dingtalkMarkdown, render } from '../../../src/adapters/dingtalk/render.ts';
import { plain } from '../../../src/text/markdown.ts';

describe('a line at DingTalk', () => {
  it('has the agent first, then the words, the source, and the choices with numbers last', () => {
    const line = {
      by: 'agent',
      name: '客服 07',
      text: '请看：\n\n- 第一步\n- 第二步',
      choices: ['解决了', '还是不行'],
      sources: [{ entry: 2, title: '提示“非法参数”', date: '2026-01-05' }],
    } as const;
    expect(render(line, { numbered: true })).toEqual([
      {
        title: '请看： 第一步 第二步',
        text: '**客服 07**\n\n请看：\n\n- 第一步\n- 第二步\n\n依据：提示“非法参数” · 2026-01-05\n\n回复 1 到 2 选择：  \n1 解决了  \n2 还是不行',
      },
    ]);
    expect(render(line, { numbered: false })[0]?.text).not.toContain('回复 1');
  });

  it('without words is no message', () => {
    expect(render({ by: 'agent', name: '客服 07', text: '' }, { numbered: true })).toEqual([]);
  });

  it('has a short title whatever it begins with', () => {
    const [one] = render({ by: 'bot', text: `**${'很长'.repeat(30)}**` }, { numbered: true });
    expect(one?.title).toBe(`${'很长'.repeat(10)}…`);
  });

  it.each([
    ['- 请先登录\n- 再扫码', '请先登录 再扫码'],
    ['1. 打开阿里云APP\n2. 点扫一扫', '打开阿里云APP 点扫一扫'],
    ['**看这里**：[说明](https://help.example/a)', '看这里：说明'],
    ['12356 是热线', '12356 是热线'],
    ['**', '备案助手'],
    ['……', '备案助手'],
  ])('%j is called %j in the list of chats', (text, title) => {
    expect(render({ by: 'bot', text }, { numbered: true })[0]?.title).toBe(title);
  });

  it.each([
    ['汉字，', 9_000],
    ['"\n', 20_000],
    ['👨‍👩‍👧‍👦', 3_000],
    ['a', 50_000],
  ])('of %j × %i is cut so that each piece fits as JSON, and nothing is lost', (word, count) => {
    const text = word.repeat(count);
    const pieces = render({ by: 'bot', text }, { numbered: true });
    for (const piece of pieces) expect(Buffer.byteLength(JSON.stringify(piece))).toBeLessThanOrEqual(15_000);
    const bare = (from: string): string => from.replace(/\s/g, '');
    expect(bare(pieces.map((piece) => piece.text).join(''))).toBe(bare(text));
    expect(pieces.some((piece) => piece.text.includes('\uFFFD'))).toBe(false);
  });

  it.each([
    ['一行\n又一行', '一行  \n又一行'],
    ['一行\n- 项', '一行\n- 项'],
    ['看![图](https://x.example/a.png)', '看！[图](https://x.example/a.png)'],
    ['[点我](dtmd://dingtalkclient/sendMessage?content=x)', '点我'],
    ['[说明](https://help.example/a)', '[说明](https://help.example/a)'],
  ])('%j becomes %j', (from, to) => {
    expect(dingtalkMarkdown(from)).toBe(to);
  });

  it('shows what people wrote as they wrote it, though DingTalk knows no backslashes', () => {
    expect(dingtalkMarkdown(plain('110105********002X [a](b) # <b>'))).toBe(
      '110105＊＊＊＊＊＊＊＊002X ［a］(b) ＃ ＜b＞',
    );
  });
});
