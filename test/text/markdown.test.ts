import { describe, expect, it } from 'vitest';
import { markdownSentences, plain } from '../../src/text/markdown.ts';

describe('the sentences of an entry', () => {
  it('come without list marks, one after another', () => {
    const text =
      '备案要传资料。有两种。\n\n- 基本资料必须上传。\n- 单击我的 > 设置。\n\n1. 第一步。怎么办？\n12. 最后一步';
    expect(markdownSentences(text)).toEqual([
      '备案要传资料。',
      '有两种。',
      '基本资料必须上传。',
      '单击我的 > 设置。',
      '第一步。',
      '怎么办？',
      '最后一步',
    ]);
  });

  it('keep numbers and dashes that are no marks', () => {
    expect(markdownSentences('5.0以下不支持\n2023-03-24更新\n-不是列表')).toEqual([
      '5.0以下不支持',
      '2023-03-24更新',
      '-不是列表',
    ]);
  });

  it('are none in nothing', () => {
    expect(markdownSentences(' \n\n')).toEqual([]);
  });
});

describe('what a person wrote, inside our Markdown', () => {
  it.each([
    ['**粗** _斜_ `码`', '\\*\\*粗\\*\\* \\_斜\\_ \\`码\\`'],
    ['[点我](https://e.cn)', '\\[点我\\]\\(https://e.cn\\)'],
    ['<b>|#~\\', '\\<b\\>\\|\\#\\~\\\\'],
    ['一\n\n二\t三', '一 二 三'],
    ['- 一', '\\- 一'],
    ['+ 一', '\\+ 一'],
    ['\n1. 一', ' 1\\. 一'],
    ['* 一', '\\* 一'],
    ['1) 一', '1\\) 一'],
    ['5.0 以下不行，6.7-1 也是 - 吗', '5.0 以下不行，6.7-1 也是 - 吗'],
  ])('%j holds no mark', (text, escaped) => {
    expect(plain(text)).toBe(escaped);
  });
});
