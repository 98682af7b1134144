import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/bot/facts.ts';
import { learn } from '../../../src/bot/understanding/facts.ts';
import { createNormalise } from '../../../src/text/normalise.ts';
import { hear } from '../../hearing.ts';

const normalise = createNormalise();
const heard = (text: string): Facts => hear(normalise(text), {}).facts;

const told: readonly (readonly [said: string, facts: Facts])[] = [
  ['我安卓4.4.2的,能备案吗', { platform: 'android', osVersion: '4.4.2' }],
  ['iphone 12,iOS 16.1,阿里云app 6.7.0,扫码进不去', { platform: 'ios', osVersion: '16.1', appVersion: '6.7.0' }],
  ['广东的公司,法人必须做负责人吗', { province: '广东' }],
  [
    '華為手機 Android 10 app6.5.1 浙江',
    { platform: 'android', osVersion: '10', appVersion: '6.5.1', province: '浙江' },
  ],
  ['苹果手机扫不了码', { platform: 'ios' }],
  ['用iPad可以扫码吗', { platform: 'ios' }],
  ['ios15.4.1 非法参数', { platform: 'ios', osVersion: '15.4.1' }],
  ['ANDROID 5.1.1 刷脸失败', { platform: 'android', osVersion: '5.1.1' }],
  ['小米6,提示产品类型为空', { platform: 'android' }],
  ['黑龙江备案,负责人不是法人可以么', { province: '黑龙江' }],
  ['西藏自治区的网站', { province: '西藏' }],
  ['app6.4 安卓8.1 江西南昌', { platform: 'android', osVersion: '8.1', appVersion: '6.4', province: '江西' }],
  ['阿里云app是5.0版,太旧了?', { appVersion: '5.0' }],
  ['已经是最新版了', { appUpToDate: true }],
  ['提示非最新版本', { appUpToDate: false }],
  ['不对，我是安卓', { platform: 'android' }],
  ['不是苹果，是安卓', { platform: 'android' }],
  ['是我本人操作的', { inPerson: true }],
  ['不是本人，是同事替他刷的', { inPerson: false }],
  ['我是网站负责人', { roles: ['网站负责人'] }],
  ['鸿蒙系统可以吗', { platform: 'harmony' }],
  ['切换4G也不行,图片3.9MB', { switched: true }],
  ['5G网络上传中', { connection: 'mobile' }],
];

describe('the facts of a message', () => {
  it.each(told)('%s', (said, facts) => {
    expect(heard(said)).toMatchObject(facts);
  });

  it.each([
    '传了5张图每张2.3M',
    '2023年3月24日提交的',
    '华为手机扫不了',
    '荣耀可以吗',
    '花了4.5元',
    '第5次了还是不行',
    '在不在',
    '人脸过不了咋办',
  ])('%s tells none', (said) => {
    expect(heard(said)).toEqual({});
  });

  it.each([
    ['安卓4G手机', 'osVersion'],
    ['小米14扫不了', 'osVersion'],
    ['iphone 15 扫不了码', 'osVersion'],
    ['我用苹果13', 'osVersion'],
    ['红米note 12', 'osVersion'],
    ['chrome 110上传没反应', 'osVersion'],
    ['微信8.0.42里打开的链接', 'appVersion'],
    ['身份证110105199001010020', 'osVersion'],
  ] as const)('%s does not tell the %s', (said, name) => {
    expect(heard(said)[name]).toBeUndefined();
  });
});

describe('what is known', () => {
  it('is replaced by what is said later', () => {
    expect(learn({ platform: 'ios', province: '广东' }, heard('不对，我是安卓4.4'))).toEqual({
      platform: 'android',
      osVersion: '4.4',
      province: '广东',
    });
  });

  it('loses the version of the old phone with the phone', () => {
    expect(learn({ platform: 'android', osVersion: '4.4' }, heard('换成苹果手机了'))).toEqual({ platform: 'ios' });
  });

  it('keeps what is not spoken of', () => {
    const known: Facts = { platform: 'android', osVersion: '12', entry: 8 };
    expect(learn(known, heard('还是不行'))).toEqual(known);
  });

  it('keeps the version where the same phone is named again', () => {
    expect(learn({ platform: 'android', osVersion: '12' }, heard('我的安卓手机扫不了'))).toEqual({
      platform: 'android',
      osVersion: '12',
    });
  });
});
