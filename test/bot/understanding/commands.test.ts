import { describe, expect, it } from 'vitest';
import { commandIn } from '../../../src/bot/understanding/commands.ts';
import { despairs } from '../../../src/bot/understanding/despair.ts';
import { wantsNoPerson } from '../../../src/bot/understanding/wants-person.ts';
import { createNormalise } from '../../../src/text/normalise.ts';

const normalise = createNormalise();

describe('a command', () => {
  it.each([
    ['restart', ['重新开始', '重新开始吧', '从头再来', '重来', 'restart', '请重新开始', '重新開始']],
    [
      'erase',
      [
        '删除我的数据',
        '请删除我的数据',
        '把我的数据都删了',
        '清空我的聊天记录',
        '我要删除我的个人信息',
        '删掉我的对话记录',
        '刪除我的數據',
        'delete my data',
        '删除我所有的数据',
        '把我的聊天记录全删掉',
      ],
    ],
    [
      'download',
      [
        '下载我的数据',
        '导出聊天记录',
        '我想下载我的对话记录',
        '聊天记录能导出来吗',
        '怎么保存聊天记录',
        'export my data',
      ],
    ],
    ['ask-erase', ['怎么删除聊天记录', '聊天记录怎么删除', '在哪删除我的数据']],
    ['person', ['转人工', '人工客服']],
  ])('%s is heard', (command, wordings) => {
    expect(wordings.filter((said) => commandIn(normalise(said)) !== command)).toEqual([]);
  });

  it.each([
    '删除我的资料',
    '怎么删除备案信息',
    '清空浏览器缓存',
    '删除已上传的照片',
    '重新上传',
    '重新扫码',
    '重新提交备案',
    '资料下载在哪',
    '下载授权书',
    '下载阿里云APP',
    '保存按钮在哪',
    '数据错了',
    '我的数据错了怎么改',
    '删除我的数据会怎么样',
    '不要删除我的数据',
    '重来一次还是不行',
    '',
  ])('%s is none', (said) => {
    expect(commandIn(normalise(said))).toBeUndefined();
  });
});

describe('no person wanted', () => {
  it.each(['不要转人工', '先不转人工', '不用人工客服了', '别转人工'])('%s', (said) => {
    expect(wantsNoPerson(said)).toBe(true);
  });
  it.each(['转人工', '人工', '不要机器人', '不能转人工吗', '没有人工吗'])('%s is not that', (said) => {
    expect(wantsNoPerson(said)).toBe(false);
  });
});

describe('despair', () => {
  it.each([
    '不想活了',
    '活不下去了',
    '我想死',
    '想自杀',
    '活着没意思',
    '死了算了',
    'I want to die',
    '唔想生',
    '真的不想活了，备案弄了三个月',
  ])('%s is heard', (said) => {
    expect(despairs(normalise(said))).toBe(true);
  });
  it.each(['急死了', '烦死了', '气死我了', '累死了', '想死机了', '页面死了', '二维码不活了吗', '死活扫不进去', '笑死'])(
    '%s is not meant so',
    (said) => {
      expect(despairs(normalise(said))).toBe(false);
    },
  );
});
