import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { told } from './shipped.ts';

const NEWEST: readonly string[] = [
  '检查更新说已是最新',
  '检查更新显示已经是最新版本了',
  '提示当前已是最新版本',
  '提示版本已是最新',
  '点了检查更新，提示我是最新版',
  'app是最新的',
  'APP最新版',
  '阿里云已经是最新版了还是不行',
  '都更新到最新版本了，还是报错',
  '已升级到最新，依旧非法参数',
  '没有更新按钮',
  'App Store里没有更新',
  'App Store没更新',
  '更新列表里没有阿里云',
  '更新列表没看到阿里云',
  '商店里没有可用更新',
  '显示打开',
  'App Store里显示“打开”',
  '阿里云后面只有打开两个字',
  '按钮是打开',
  '没提示更新',
  '没有发现新版本',
  '说无需更新',
  '刚更新过了，还是进不去',
  '更新完了还是白屏',
  '更新了还是不行',
  '原来提示有更新，更新完已经是最新了',
  '是最新版本，没用',
  'app is up to date',
  '冇更新提示',
  '版本最新，系统安卓9',
  '显示打开是最新了吗',
];

const OLDER: readonly string[] = [
  '有更新',
  '检查更新里有新版本',
  '提示非最新',
  '提示不是最新版本',
  'App Store 里显示更新',
  '显示更新按钮',
  '阿里云旁边有个更新按钮',
  '更新列表里有阿里云',
  '弹出发现新版本',
  '提示我升级',
  '提示请更新后重试',
  '当前版本过低，请升级',
  '扫码提示APP版本太低怎么办',
  'app是旧版本',
  'app版本太低了',
  '发现新版本我点了忽略',
  '不是最新的',
  '我看错了，不是最新',
  '显示可更新',
];

const UNSAID: readonly string[] = [
  '是最新版吗',
  '怎么看是不是最新',
  '怎么知道app是不是最新版本',
  '有更新吗',
  '有没有更新',
  '在哪里检查更新',
  '检查更新在哪',
  '怎么更新',
  '要更新到最新版吗',
  '如何升级到最新版本',
  '如果提示已是最新怎么办',
  '要是显示打开呢',
  '必须是最新版本吗',
  '请升级到最新版本',
  'APP版本低会影响扫码吗',
  '手机系统已经是最新的',
  'iOS已是最新版本',
  '安卓系统升级到最新了',
  '微信是最新版',
  '扫码显示打开失败',
  '网页打开了',
  '更新日期2023-03-24',
  '怎么更新负责人信息',
  '我更新了营业执照',
  '资料更新后要重新上传吗',
  '是不是要更新app',
  '更新列表在哪里',
  '证件有更新记录',
  '公司名称变更了',
];

/** Further ones, as it is asked for and as nobody asks. */
const further = readFileSync('test/bot/understanding/phone/up-to-date.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t'))
  .map(([text = '', when, said]) => ({ text, when, said }));

describe('whether the APP is the newest', () => {
  it.each(NEWEST)('yes: %s', (text) => {
    expect(told(text).appUpToDate).toBe(true);
  });

  it.each(OLDER)('no: %s', (text) => {
    expect(told(text).appUpToDate).toBe(false);
  });

  it.each(UNSAID)('not said: %s', (text) => {
    expect(told(text).appUpToDate).toBeUndefined();
  });

  it.each(further)('$when: $text is $said', ({ text, when, said }) => {
    const { appUpToDate } = told(text, when === 'asked' ? { asked: 'appUpToDate' } : {});
    expect(appUpToDate === undefined ? '-' : appUpToDate ? 'newest' : 'older').toBe(said);
  });
});
