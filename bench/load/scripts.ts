import type { OutcomeKind } from '../../src/bot/message.ts';

/** One message of a script. */
export interface Cue {
  readonly text: string;
  /** What its answer must come to; undefined where that is left open. */
  readonly kind?: OutcomeKind;
  /** The entries that the answer must rest on. */
  readonly entries?: readonly number[];
  /** How the history shows it, where numbers in it are made unreadable. */
  readonly stored?: string;
}

/** A whole conversation from somebody who does not exist. */
export interface Script {
  readonly name: string;
  readonly cues: readonly Cue[];
}

export const SCRIPTS: readonly Script[] = [
  {
    name: '手机版本',
    cues: [
      { text: '扫码进不去上传页面', kind: 'answer', entries: [1] },
      { text: '安卓', kind: 'ask', entries: [1] },
      { text: '8.1', kind: 'finding', entries: [1] },
      { text: '有更新，不是最新版本', kind: 'finding', entries: [1] },
      { text: '好的谢谢', kind: 'smalltalk' },
    ],
  },
  {
    name: '老手机',
    cues: [
      { text: '扫描二维码没反应', kind: 'answer', entries: [1] },
      { text: '安卓的', kind: 'ask', entries: [1] },
      { text: '4.4.2，老手机了', kind: 'finding', entries: [1] },
      { text: '那用我老婆的苹果手机扫行吗', kind: 'finding', entries: [1] },
    ],
  },
  {
    name: '省份',
    cues: [
      { text: '主办单位负责人姓名与工商信息库登记信息不一致', kind: 'answer', entries: [9] },
      { text: '武汉的', kind: 'finding', entries: [9] },
      { text: '打错了，是南京', kind: 'finding', entries: [9] },
      { text: '哪些省要求主体负责人必须是法人', kind: 'answer', entries: [9] },
    ],
  },
  {
    name: '人脸核验',
    cues: [
      { text: '人脸核验不通过', kind: 'answer', entries: [8] },
      { text: '是我本人', kind: 'finding', entries: [8] },
      { text: '又失败了', kind: 'finding', entries: [8] },
      { text: '还是不行', kind: 'handoff-offered', entries: [8] },
      { text: '先不用', kind: 'declined', entries: [8] },
      { text: '又失败了', kind: 'finding', entries: [8] },
    ],
  },
  {
    name: '两件事',
    cues: [
      { text: '你好', kind: 'smalltalk' },
      { text: '提示非法参数怎么办？授权书在哪里下载？', kind: 'answer', entries: [2, 12] },
      { text: '扫码进不去上传页面怎么办，授权书在哪里下载', kind: 'answer', entries: [1, 12] },
      { text: '谢谢', kind: 'smalltalk' },
    ],
  },
  {
    name: '号码和缺件',
    cues: [
      { text: '提示请检查姓名和证件号是否正确', kind: 'answer', entries: [7] },
      { text: '核对证件号码', kind: 'ask', entries: [7] },
      { text: '11010519491231002X', kind: 'finding', entries: [7], stored: '110105********002X' },
      { text: '提示资料不完整', kind: 'answer', entries: [3] },
      { text: '看看还缺哪些资料', kind: 'ask', entries: [3] },
      { text: '只差主办单位证件', kind: 'ask', entries: [3] },
      { text: '单位的', kind: 'finding', entries: [3] },
    ],
  },
  {
    name: '别的话题',
    cues: [
      { text: '稍等，我去拿手机', kind: 'smalltalk' },
      // Refused or not covered: both are right, as long as it rests on no entry.
      { text: '红烧肉怎么做才不腻', entries: [] },
      { text: '域名证书一直显示上传中', kind: 'answer', entries: [5] },
      { text: '用的流量', kind: 'finding', entries: [5] },
      { text: '再见', kind: 'smalltalk' },
    ],
  },
];
