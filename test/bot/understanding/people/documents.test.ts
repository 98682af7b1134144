import { expect, it } from 'vitest';
import { documentsIn } from '../../../../src/bot/understanding/people/documents.ts';
import { said } from './said.ts';

const HEAD = '主体负责人证件';
const SITE = '网站负责人证件';
const UNIT = '主办单位证件';
const ALL = [HEAD, SITE, UNIT];

it.each([
  ['执照传了,网站负责人的没传', [UNIT], [SITE]],
  ['就差营业执照了', [HEAD, SITE], [UNIT]],
  ['都传了', ALL, []],
  ['全都没传', [], ALL],
  ['主体负责人的正反面都上传好了', [HEAD], []],
  ['身份证都传了', [HEAD, SITE], []],
  ['除了营业执照都传了', [HEAD, SITE], [UNIT]],
  ['明明都传了还说资料不全', ALL, []],
  ['营业执照没传', [], [UNIT]],
  ['一个都没传', [], ALL],
  ['什么都没传呢', [], ALL],
  ['主体负责人和网站负责人的身份证都传好了，执照还没', [HEAD, SITE], [UNIT]],
  ['只传了执照', [UNIT], [HEAD, SITE]],
  ['还差网站负责人身份证', [], [SITE]],
  ['營業執照上傳了', [UNIT], []],
  ['网站负责人身份证漏了', [], [SITE]],
  ['主体负责人身份证正面传了反面没传', [], [HEAD]],
  ['身份证传了，就差执照', [HEAD, SITE], [UNIT]],
  ['营业执照没传，其他都传了', [HEAD, SITE], [UNIT]],
  ['营业执照传了怎么不显示', [UNIT], []],
  ['资料都齐了', ALL, []],
  ['全部上传完了', ALL, []],
  ['两个负责人的证件已上传，单位证件没上传', [HEAD, SITE], [UNIT]],
  ['网站负责人的传不上去', [], [SITE]],
  ['都没有', [], ALL],
  ['三样都传了', ALL, []],
  ['主体的传了，网站的没传', [HEAD], [SITE]],
  ['执照忘传了', [], [UNIT]],
  ['只有营业执照没传', [HEAD, SITE], [UNIT]],
  ['全传完啦，咋还提示不完整', ALL, []],
  ['缺执照', [], [UNIT]],
  ['营业执照和网站负责人的都传过了', [SITE, UNIT], []],
  ['主办单位负责人的身份证传了', [HEAD], []],
  ['主办单位证件少传了', [], [UNIT]],
  ['执照传过了，身份证一张都没传', [UNIT], [HEAD, SITE]],
  ['uploaded everything', ALL, []],
  ['刚才说错了，执照传了', [UNIT], []],
  ['营业执照没传上去', [], [UNIT]],
])('%s', (text, there, missing) => {
  expect(documentsIn(said(text))).toEqual({ there, missing });
});

it.each([
  '营业执照要传吗',
  '身份证传了吗',
  '要传什么',
  '还缺什么',
  '怎么传营业执照',
  '网站负责人的身份证需要上传吗',
  '执照怎么拍',
  '都要传吗',
  '主体负责人是我',
  '',
  '可以不传身份证吗',
  '是不是都要传',
  '营业执照和身份证有什么要求',
  '如果身份证没传会怎样',
  '不知道传了没有',
  '资料不全',
  '执照丢了',
])('%s: nothing', (text) => {
  expect(documentsIn(said(text))).toEqual({ there: [], missing: [] });
});
