import { describe, expect, it } from 'vitest';
import type { Context, Phone } from '../../../../src/bot/understanding/phone/phone.ts';
import { told } from './shipped.ts';

const android: Context = { platform: 'android' };
const askedOs: Context = { platform: 'android', asked: 'osVersion' };
const askedApp: Context = { asked: 'appVersion' };
const askedNewest: Context = { platform: 'ios', asked: 'appUpToDate' };

const ANSWERS: readonly (readonly [text: string, context: Context, said: Phone])[] = [
  ['那6.0.1呢', android, { osVersion: '6.0.1' }],
  ['4.4.2', android, { osVersion: '4.4.2' }],
  ['是8.1的', android, { osVersion: '8.1' }],
  ['版本4.4.2', android, { osVersion: '4.4.2' }],
  ['版本号9', android, { osVersion: '9' }],
  ['那6.10呢', android, {}],
  ['图片3.9', android, {}],
  ['传了4.1', android, {}],
  ['花了5.0', android, {}],
  ['9', android, {}],
  ['9', askedOs, { osVersion: '9' }],
  ['七', askedOs, { osVersion: '7' }],
  ['十二', askedOs, { osVersion: '12' }],
  ['五点一', askedOs, { osVersion: '5.1' }],
  ['4.2.2,用了好多年', askedOs, { osVersion: '4.2.2' }],
  ['显示的是8.1.0', askedOs, { osVersion: '8.1.0' }],
  ['好像是10吧', askedOs, { osVersion: '10' }],
  ['版本号是6.0.1', askedOs, { osVersion: '6.0.1' }],
  ['MIUI 12', askedOs, { platform: 'android' }],
  ['5.0 及以上', askedOs, { atLeastAndroid5: true }],
  ['4.4 及以下', askedOs, { atLeastAndroid5: false }],
  ['5.0以上', askedOs, { atLeastAndroid5: true }],
  ['比5.0低，5.0以下', askedOs, { atLeastAndroid5: false }],
  ['4点几吧', askedOs, { atLeastAndroid5: false }],
  ['不知道', askedOs, {}],
  ['4G的', askedOs, {}],
  ['2019年买的', askedOs, {}],
  ['6.7.0', askedApp, { appVersion: '6.7.0' }],
  ['版本6.7.0', askedApp, { appVersion: '6.7.0' }],
  ['打开', askedNewest, { appUpToDate: true }],
  ['没有', askedNewest, { appUpToDate: true }],
  ['没有更新', askedNewest, { appUpToDate: true }],
  ['更新', askedNewest, { appUpToDate: false }],
  ['有', askedNewest, { appUpToDate: false }],
  ['有更新', askedNewest, { appUpToDate: false }],
  ['显示更新', askedNewest, { appUpToDate: false }],
  ['是最新', askedNewest, { appUpToDate: true }],
  ['不是最新', askedNewest, { appUpToDate: false }],
  ['已是最新，没有更新', askedNewest, { appUpToDate: true }],
  ['有更新，不是最新版本', askedNewest, { appUpToDate: false }],
  ['不知道', askedNewest, {}],
  ['怎么更新', askedNewest, {}],
];

const SIDE_OF_FIVE: readonly (readonly [text: string, said: Phone])[] = [
  ['我的安卓是5.0以下的', { platform: 'android', atLeastAndroid5: false }],
  ['我的手机安卓5.0以上', { platform: 'android', atLeastAndroid5: true }],
  ['我的安卓低于5.0', { platform: 'android', atLeastAndroid5: false }],
  ['我这手机安卓4点几', { platform: 'android', atLeastAndroid5: false }],
  ['我的是安卓8点几', { platform: 'android', atLeastAndroid5: true }],
  ['安卓5.0以下不行吗', { platform: 'android' }],
  ['为什么我的安卓5.0以下不支持', { platform: 'android' }],
  ['安卓6.0以下的还能用多久', { platform: 'android' }],
];

describe('an answer in a conversation', () => {
  it.each(ANSWERS)('%s after %o', (text, context, said) => {
    expect(told(text, context)).toEqual(said);
  });
});

describe('the side of 5.0 instead of a version', () => {
  it.each(SIDE_OF_FIVE)('%s', (text, said) => {
    expect(told(text)).toEqual(said);
  });
});
