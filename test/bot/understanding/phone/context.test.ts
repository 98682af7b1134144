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

/** A number that is the known version says it again; another is the APP's. */
const RESTATED: readonly (readonly [text: string, context: Context, said: Phone])[] = [
  [
    '5.0不是刚好卡在线上吗 到底能不能用',
    { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' },
    { osVersion: '5.0' },
  ],
  ['5.0行不行', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { osVersion: '5.0' }],
  ['那5.0够不够啊', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { osVersion: '5.0' }],
  ['都说了5.0', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { osVersion: '5.0' }],
  ['5.0啊', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { osVersion: '5.0' }],
  ['说了是5.0', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { osVersion: '5.0' }],
  [
    '可是我5.0按理说正好可以装这个软件的呀',
    { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' },
    { osVersion: '5.0' },
  ],
  ['8.1会不会太低', { platform: 'android', osVersion: '8.1.0', asked: 'appUpToDate' }, { osVersion: '8.1.0' }],
  ['8.1.0会不会太低', { platform: 'android', osVersion: '8.1', asked: 'appUpToDate' }, { osVersion: '8.1.0' }],
  ['4.4.2肯定不行的对吧', { platform: 'android', osVersion: '4.4.2', asked: 'appUpToDate' }, { osVersion: '4.4.2' }],
  ['15.7是不是太老了所以才扫不了', { platform: 'ios', osVersion: '15.7', asked: 'appUpToDate' }, { osVersion: '15.7' }],
  ['15.7不支持吗', { platform: 'ios', osVersion: '15.7', asked: 'appVersion' }, { osVersion: '15.7' }],
  ['5.0到底支持不支持', { platform: 'android', osVersion: '5.0', asked: 'appVersion' }, { osVersion: '5.0' }],
  ['5.0', { platform: 'android', osVersion: '5.0', asked: 'appVersion' }, { appVersion: '5.0' }],
  ['6.13.0', { platform: 'android', osVersion: '6.0', asked: 'appVersion' }, { appVersion: '6.13.0' }],
  ['6.12.1', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { appVersion: '6.12.1' }],
  ['显示6.9.0', { platform: 'ios', osVersion: '15.7', asked: 'appUpToDate' }, { appVersion: '6.9.0' }],
  ['6.5可以吗', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { appVersion: '6.5' }],
  ['app5.0', { platform: 'android', osVersion: '5.0', asked: 'appUpToDate' }, { appVersion: '5.0' }],
  ['5.0不是刚好卡在线上吗 到底能不能用', { platform: 'android', osVersion: '5.0' }, { osVersion: '5.0' }],
  ['12还不够新吗', { platform: 'android', osVersion: '12', asked: 'appUpToDate' }, {}],
  ['12', { platform: 'android', osVersion: '11', asked: 'appUpToDate' }, {}],
  ['9点再试', { platform: 'android', osVersion: '9', asked: 'appUpToDate' }, {}],
];

describe('an answer in a conversation', () => {
  it.each(ANSWERS)('%s after %o', (text, context, said) => {
    expect(told(text, context)).toEqual(said);
  });
});

describe('a number where the version is known', () => {
  it.each(RESTATED)('%s after %o', (text, context, said) => {
    expect(told(text, context)).toEqual(said);
  });
});

describe('the side of 5.0 instead of a version', () => {
  it.each(SIDE_OF_FIVE)('%s', (text, said) => {
    expect(told(text)).toEqual(said);
  });
});
