import { expect, it } from 'vitest';
import { subjectIn } from '../../../../src/bot/understanding/people/subject.ts';
import { said } from './said.ts';

it.each([
  ['我是个人备案', 'person'],
  ['公司备案', 'unit'],
  ['我们公司要备案', 'unit'],
  ['个体户', 'unit'],
  ['以个人名义备的', 'person'],
  ['个人能备案吗', 'person'],
  ['我开了个小店，个体工商户', 'unit'],
  ['我是学校的老师，帮学校备案', 'unit'],
  ['协会网站', 'unit'],
  ['事业单位的，要传什么', 'unit'],
  ['我这个是企业备案，人脸过不去', 'unit'],
  ['不是公司，是个人', 'person'],
  ['不是个人备案，是公司的', 'unit'],
  ['私人网站', 'person'],
  ['個人網站備案', 'person'],
  ['单位备案', 'unit'],
  ['我们单位的网站', 'unit'],
  ['个人', 'person'],
  ['公司', 'unit'],
  ['企业', 'unit'],
  ['就是我个人的博客', 'person'],
  ['我司网站备案', 'unit'],
  ['没有公司，就我个人', 'person'],
  ['合作社可以备案吗', 'unit'],
  ['民办非企业怎么传证件', 'unit'],
  ['律师事务所', 'unit'],
  ['我係個人備案嚟㗎', 'person'],
  ['公司主体的网站备案', 'unit'],
  ['personal website', 'person'],
  ['company filing', 'unit'],
])('%s: %s', (text, subject) => {
  expect(subjectIn(said(text))).toBe(subject);
});

it.each([
  '个人和公司有什么区别',
  '两个人',
  '同一个人',
  '主办单位负责人是谁',
  '单位证件在异地',
  '我在公司刷的脸',
  '公司wifi太慢',
  '你们公司电话多少',
  '个人信息泄露怎么办',
  '公司备案还是个人备案',
  '个人转公司怎么弄',
  '这个人是谁',
  '个人感觉是网络问题',
  '阿里云公司在哪',
  '公司同事都试过',
  '',
  '刷脸不过',
  '个体户算个人还是企业',
])('%s: neither', (text) => {
  expect(subjectIn(said(text))).toBeUndefined();
});
