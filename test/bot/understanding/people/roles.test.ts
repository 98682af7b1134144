import { describe, expect, it } from 'vitest';
import { roleQuestionIn, rolesIn, rolesNamedIn, sameHeadIn } from '../../../../src/bot/understanding/people/roles.ts';
import { said } from './said.ts';

const LEGAL = '法定代表人';
const HEAD = '主体负责人';
const SITE = '网站负责人';
const VERIFIED = '核验者';

describe('the roles a person has', () => {
  it.each([
    ['我是法人', [LEGAL]],
    ['我就是网站负责人', [SITE]],
    ['法人就是我', [LEGAL]],
    ['两个负责人都是我', [HEAD, SITE]],
    ['我是主办单位负责人', [HEAD]],
    ['我是法人兼网站负责人，刷脸不过', [LEGAL, SITE]],
    ['我既是法人也是网站负责人', [LEGAL, SITE]],
    ['我是法人，也是网站负责人', [LEGAL, SITE]],
    ['我不是法人，我是网站负责人', [SITE]],
    ['我是公司法人，要怎么弄', [LEGAL]],
    ['俺就是法人代表', [LEGAL]],
    ['法人、主体负责人、网站负责人都是我一个人', [LEGAL, HEAD, SITE]],
    ['主体和网站负责人都是我本人', [HEAD, SITE]],
    ['網站負責人是我啊', [SITE]],
    ['我是核验者', [VERIFIED]],
    ['网站负责人写的是我', [SITE]],
    ['我是法人，可以刷脸吗', [LEGAL]],
    ['本人是这家公司的法定代表人', [LEGAL]],
    ['法代是我自己', [LEGAL]],
    ['系我做法人嘅，我系法人', [LEGAL]],
    ['主体负责人填的我', [HEAD]],
    ['我是备案里的网站负责人', [SITE]],
  ])('%s: %j', (text, roles) => {
    expect(rolesIn(said(text))).toEqual(roles);
  });

  it.each([
    '我是法人的秘书',
    '我不是法人',
    '我是不是法人',
    '如果我是法人',
    '我是给法人代办的',
    '法人是我爸',
    '我是法人吗',
    '我是负责人',
    '法人在国外',
    '网站负责人是我同事',
    '我是法人还是主体负责人？',
    '我是法人老婆',
    '我是法人委托的',
    '假如网站负责人是我',
    '我想问法人要来吗',
    '我是说法人不在',
    '法人是我们老板',
    '',
    '法人是我的朋友',
    '我没办法人脸过不去',
    '我跟法人不是一个人',
    '我是帮网站负责人弄的',
  ])('%s: none', (text) => {
    expect(rolesIn(said(text))).toEqual([]);
  });
});

describe('the two heads', () => {
  it.each([
    ['两个负责人都是我', true],
    ['是同一个人', true],
    ['同一个人', true],
    ['主体和网站负责人一样', true],
    ['都是老板一个人', true],
    ['主体负责人跟网站负责人是一个人', true],
    ['主体负责人和网站负责人是同一个人，要传两次吗', true],
    ['主体是我，网站也是我', true],
    ['两个负责人写的同一个', true],
    ['就我一个人', true],
    ['两个都是法人', true],
    ['主體負責人同網站負責人都係我', true],
    ['法人主体网站都是我', true],
    ['他一个人兼两个', true],
    ['主体是老板,网站是我', false],
    ['两个人', false],
    ['不是同一个', false],
    ['主体负责人和网站负责人不是一个人', false],
    ['主体负责人是张总，网站负责人写的小李', false],
    ['两个负责人不一样', false],
    ['不同的人', false],
    ['是两个不同的人', false],
    ['网站负责人是我，主体负责人是老板', false],
    ['两个负责人是两个人', false],
    ['不一样', false],
    ['不是一个人，分开的', false],
  ])('%s: %s', (text, same) => {
    expect(sameHeadIn(said(text))).toBe(same);
  });

  it.each([
    '主体负责人和网站负责人必须是同一个人吗',
    '是同一个人吗',
    '可以是两个人吗',
    '两个负责人能不能写同一个人',
    '法人和主体负责人是一个人',
    '如果是同一个人怎么传',
    '我们两个人一起弄的',
    '人脸和身份证不一样',
    '主体负责人是我',
    '网站负责人在外地',
    '',
    '两个负责人要不要一样',
    '主体负责人和网站负责人不是同一个人可以吗',
    '主体负责人和网站负责人有什么区别',
  ])('%s: not said', (text) => {
    expect(sameHeadIn(said(text))).toBeUndefined();
  });
});

describe('the roles a message names', () => {
  it.each([
    ['法人在国外', [LEGAL]],
    ['网站负责人和主办单位负责人', [HEAD, SITE]],
    ['负责人出差了', []],
    ['核验者信息填错', [VERIFIED]],
    ['没办法人脸过不去', []],
    ['主体和网站负责人', [HEAD, SITE]],
    ['法定代表人/網站負責人', [LEGAL, SITE]],
    ['没想到办法人家不给过', []],
    ['执法人员', []],
    ['法人脸刷不过去', [LEGAL]],
    ['两个负责人', [HEAD, SITE]],
    ['今天天气不错', []],
  ])('%s: %j', (text, roles) => {
    expect(rolesNamedIn(said(text))).toEqual(roles);
  });
});

describe('a question about roles', () => {
  it.each([
    ['法人和主体负责人是一个人吗', 'who-is', [LEGAL, HEAD]],
    ['核验者是谁', 'who-is', [VERIFIED]],
    ['网站负责人指的是谁啊', 'who-is', [SITE]],
    ['主体负责人是不是就是法人', 'who-is', [LEGAL, HEAD]],
    ['网站负责人是什么意思', 'who-is', [SITE]],
    ['核验者到底是哪个', 'who-is', [VERIFIED]],
    ['网站负责人和主体负责人有什么区别', 'difference', [HEAD, SITE]],
    ['法人跟网站负责人是一回事吗', 'difference', [LEGAL, SITE]],
    ['分不清主体负责人和网站负责人', 'difference', [HEAD, SITE]],
    ['主体负责人和网站负责人有啥不一样', 'difference', [HEAD, SITE]],
    ['谁来刷脸', 'who-verifies', []],
    ['到底是谁做人脸核验', 'who-verifies', []],
    ['刷脸到底该谁刷？', 'who-verifies', []],
    ['主体负责人要刷脸吗', 'who-verifies', [HEAD]],
    ['法人需要刷脸吗', 'who-verifies', [LEGAL]],
    ['刷脸是法人刷还是网站负责人刷', 'who-verifies', [LEGAL, SITE]],
    ['备案的人脸识别是谁来做', 'who-verifies', []],
    ['刷谁的脸', 'who-verifies', []],
    ['法人用不用做人脸', 'who-verifies', [LEGAL]],
    ['網站負責人也要刷臉嗎', 'who-verifies', [SITE]],
    ['人脸那关到底谁来做啊,是老板的脸还是管网站那个人的脸', 'who-verifies', []],
    ['网站负责人要不要传证件', 'who-uploads', [SITE]],
    ['法人身份证要传吗', 'who-uploads', [LEGAL]],
    ['身份证传谁的', 'who-uploads', []],
    ['上传谁的身份证', 'who-uploads', []],
    ['主体负责人需要上传身份证不', 'who-uploads', [HEAD]],
  ])('%s: %s', (text, about, roles) => {
    expect(roleQuestionIn(said(text))).toEqual({ roles, about });
  });

  it.each([
    '主体负责人必须是法人吗',
    '负责人在外地怎么核验',
    '法人在国外怎么刷脸',
    '广东主体负责人一定要是法人吗',
    '主体负责人可以不是法人吗',
    '我是法人',
    '刷脸失败怎么办',
    '谁能帮我刷一下脸',
    '不管谁来刷都不行',
    '可以让别人替网站负责人刷脸吗',
    '主办单位负责人姓名与工商信息库登记信息不一致',
    '法人出差了,身份证在他身上,刷脸和传证怎么弄',
    '两个负责人都是我',
    '网站负责人证件怎么拍',
    '让查姓名和证件号,是查谁的',
    '主体负责人和网站负责人是同一个人，要传两次吗',
    '法人不在，网站负责人刷脸可以吗',
    '有没有人来管管',
    '网站负责人刷脸刷不过',
    '法人换了怎么办',
    '',
  ])('%s: none', (text) => {
    expect(roleQuestionIn(said(text))).toBeUndefined();
  });
});
