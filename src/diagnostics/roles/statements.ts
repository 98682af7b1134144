/** The roles that people mix up, in the order in which they are spoken of. */
export const roles = ['法定代表人', '主体负责人', '网站负责人', '核验者'] as const;
export type Role = (typeof roles)[number];

/** What the source says, and in which entries. */
interface Statement {
  readonly text: string;
  readonly entries: readonly number[];
}

/** Nothing in it goes beyond the entries; the number of provinces is that of data/rules/provinces.json. */
export const SAID: Readonly<Record<'who-is' | 'who-verifies' | 'who-uploads', Readonly<Record<Role, Statement>>>> = {
  'who-is': {
    法定代表人: {
      text: '官方说明没有解释这个词，只写了列出的 18 个省、自治区、直辖市要求主体负责人必须为法定代表人（第 9 条）。',
      entries: [9],
    },
    主体负责人: {
      text: '也就是系统提示里的“主办单位负责人”。能不能由法定代表人以外的人担任，要看备案所在省份的规则（第 9 条）。',
      entries: [9],
    },
    网站负责人: {
      text: '人脸核验要由本次备案的网站负责人本人来做（第 8 条）。由谁担任，官方说明没有写。',
      entries: [8],
    },
    核验者: {
      text: '做真实性核验的那个人。填写的姓名、证件号码，要和他个人证件上的完全一致（第 7 条）。',
      entries: [7],
    },
  },
  'who-verifies': {
    法定代表人: {
      text: '官方说明没有写法定代表人要刷脸，写的是网站负责人本人（第 8 条）。法定代表人同时是网站负责人的，就由他本人来做。',
      entries: [8],
    },
    主体负责人: {
      text: '人脸核验写的是由网站负责人本人来做（第 8 条）。主体负责人在异地的，写的是由他扫码、上传身份证件并完成人脸真实性核验（第 11 条）。主体负责人在本地、又不是网站负责人的，官方说明没有单独写。',
      entries: [8, 11],
    },
    网站负责人: {
      text: '人脸核验要由本次备案的网站负责人本人来做（第 8 条）。',
      entries: [8],
    },
    核验者: {
      text: '就是做核验的那个人。姓名、证件号码要和他个人证件上的完全一致（第 7 条）；人脸核验要由网站负责人本人来做（第 8 条）。',
      entries: [7, 8],
    },
  },
  'who-uploads': {
    法定代表人: {
      text: '所在省份要求主体负责人必须为法定代表人的，要上传法定代表人的证件资料（第 9 条）。',
      entries: [9],
    },
    主体负责人: {
      text: '证件必须上传（第 10 条）。人在异地的，把“上传资料”页面的二维码发给他，由他下载阿里云APP扫码，上传身份证件（第 11 条）。',
      entries: [10, 11],
    },
    网站负责人: {
      text: '证件必须上传（第 10 条）。和主体负责人是同一个人的，只传一次会提示资料不完整（第 3 条）。',
      entries: [10, 3],
    },
    核验者: {
      text: '官方说明没有单独写核验者要传什么，只写了姓名、证件号码要和个人证件上的完全一致（第 7 条）。',
      entries: [7],
    },
  },
};

/** What two roles have to do with each other. */
export const TIES: readonly (Statement & { readonly between: readonly [Role, Role] })[] = [
  {
    between: ['法定代表人', '主体负责人'],
    text: '主体负责人是不是必须为法定代表人，看备案所在省份：请在“各地区管局备案规则”里单击对应省份的链接。',
    entries: [9],
  },
  {
    between: ['主体负责人', '网站负责人'],
    text: '主体负责人和网站负责人可以是同一个人；是同一个人的，证件也要在两个位置各传一次（第 3 条）。',
    entries: [3],
  },
  {
    between: ['网站负责人', '核验者'],
    text: '人脸核验时，核验者要是网站负责人本人（第 8 条）。',
    entries: [8],
  },
];

/** Said whenever it is asked who uploads: of those at hand the source is silent. */
export const WHOSE_HANDS = '人就在身边的，由谁的手机来传，官方说明没有写。';
