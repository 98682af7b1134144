import { expect, it } from 'vitest';
import { headAskedIn } from '../../../../src/bot/understanding/people/which-head.ts';

it.each([
  ['负责人要刷脸吗', 'who-verifies'],
  ['负责人需要本人做人脸吗', 'who-verifies'],
  ['备案负责人要不要核验', 'who-verifies'],
  ['负责人也要上传证件吗', 'who-uploads'],
  ['负责人得传身份证不', 'who-uploads'],
  ['网站负责人要刷脸吗', undefined],
  ['主体负责人要上传证件吗', undefined],
  ['法人和负责人都要刷脸吗', undefined],
  ['负责人在外地怎么刷脸', undefined],
  ['负责人刷脸一直失败', undefined],
  ['负责人必须是法人吗', undefined],
])('%s: %s', (text, about) => {
  expect(headAskedIn(text)).toBe(about);
});
