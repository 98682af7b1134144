import type { Line } from '../ocr/line.ts';
import { rowsOf } from '../ocr/rows.ts';

/** What a screen tells of the APP and the phone, by the names of a conversation's facts. */
export interface VersionsOnScreen {
  /** Of the 阿里云 APP that is installed: `6.13.0`. */
  readonly appVersion?: string;
  readonly appUpToDate?: boolean;
  /** `13`, `17.2.1` */
  readonly osVersion?: string;
  readonly platform?: 'android' | 'ios' | 'harmony';
}

const NUMBER = '[vV]?\\d{1,4}(?:\\.\\d{1,6}){0,4}';
const APP = new RegExp(`(?:^|[^A-Za-z])(?:当前版本|软件版本|版本号|版本|version|ver)[:：]?(${NUMBER})`, 'iu');
const BARE = /^[vV](\d{1,3}(?:\.\d{1,6}){1,4})/u;
/** The version is of what could be had, not of what is there. */
const OFFERED = /新版本|最新版|可更新|升级到|更新至|更新到/u;
const NEWEST =
  /已(?:经)?是?(?:为)?最新|(?:当前|目前)(?:版本)?(?:已)?(?:是|为)最新|无需更新|没有(?:可用)?(?:新版本|更新)|暂无更新/u;
const OLDER = /(?:发现|检测到|有|存在)(?:可用)?新版本|非最新|不是最新|可更新|立即(?:更新|升级)|请(?:更新|升级)/u;
/** Instructions, and what people write to each other, say when it would be so; a screen says that it is, in a short row. */
const IF = /如果|若|则|怎么|吗[?？]?$|还是|仍/u;
const LONGEST = 30;
const OTHER_APP = /关于(?:微信|支付宝|钉钉|淘宝|QQ|腾讯云|百度|华为云|抖音|京东)|微信|支付宝|钉钉|腾讯云/iu;
const OS: readonly (readonly [RegExp, VersionsOnScreen['platform']])[] = [
  [new RegExp(`HarmonyOS(?:NEXT)?(?:版本(?:号)?)?[:：]?(${NUMBER})`, 'iu'), 'harmony'],
  [new RegExp(`鸿蒙(?:系统)?(?:版本(?:号)?)?[:：]?(${NUMBER})`, 'u'), 'harmony'],
  [new RegExp(`(?:Android|安卓)(?:系统)?(?:版本(?:号)?)?[:：]?(${NUMBER})`, 'iu'), 'android'],
  [new RegExp(`(?:iOS|iPadOS)(?:系统)?(?:版本(?:号)?)?[:：]?(${NUMBER})`, 'iu'), 'ios'],
];
/** The iPhone's 设置 > 通用 > 关于本机 has 软件版本 or 系统版本 without a name. */
const IPHONE = new RegExp(`(?:软件|系统)版本[:：]?(?:iOS)?(${NUMBER})`, 'iu');

const PHONE =
  /(?:关于|我的)(?:手机|本机|设备|平板)|(?:设备|手机|系统)信息|(?:设备|型号)名称|(?:内核|基带)版本|运行内存|处理器/u;

/** Reads 关于 and 检查更新 of the APP, the App Store's list of updates, and a phone's 关于手机 or 关于本机. Empty for any other screen. */
export function versionsOnScreen(lines: readonly Line[]): VersionsOnScreen {
  const rows = withValues(rowsOf(lines).map(({ text }) => digitsRight(text)));
  const all = rows.join('\n');
  if (PHONE.test(all)) return ofPhone(rows, all);
  if (OTHER_APP.test(all) && !/阿里云/u.test(all)) return {};
  if (/阿里云|^[<‹]?(?:关于|设置|检查更新|版本更新)[>›]?$|检查更新|新版本|最新版本/mu.test(all))
    return ofApp(rows, all);
  return {};
}

/** A value that stands below its label: a number, or the button of a list. */
const VALUE = new RegExp(`^(?:${NUMBER}|打开|更新|已?是?最新版本)$`, 'u');
const LABEL = /(?:版本(?:号)?|HarmonyOS(?:NEXT)?|Android|iOS|^阿里云(?:APP)?)$/iu;

/** Rows of which each label has its value, also where the value stands below it. */
function withValues(rows: readonly string[]): readonly string[] {
  return rows.map((row, at) => {
    const next = rows[at + 1] ?? '';
    return LABEL.test(row) && VALUE.test(next) ? `${row}${next}` : row;
  });
}

function ofPhone(rows: readonly string[], all: string): VersionsOnScreen {
  for (const [pattern, platform] of OS) {
    const version = first(rows, pattern);
    if (version && platform) return { osVersion: version, platform };
  }
  const version = /关于本机/u.test(all) ? first(rows, IPHONE) : undefined;
  return version ? { osVersion: version, platform: 'ios' } : {};
}

function ofApp(rows: readonly string[], all: string): VersionsOnScreen {
  const told = rows.filter((row) => row.length <= LONGEST && !IF.test(row)).join('\n');
  const newest = NEWEST.test(told);
  const older = !newest && OLDER.test(told);
  const own = rows.filter((row) => newest || !OFFERED.test(row) || /当前版本/u.test(row));
  const appVersion =
    first(own, APP) ??
    first(
      own.map((row) => row.replace(/^阿里云(?:APP)?/iu, '')),
      BARE,
    );
  const inStore = STORE.test(all) ? storeButton(rows) : undefined;
  const upToDate = newest ? true : older ? false : inStore;
  return {
    ...(appVersion?.includes('.') && { appVersion }),
    ...(upToDate !== undefined && { appUpToDate: upToDate }),
    ...(inStore !== undefined && { platform: 'ios' as const }),
  };
}

/** The App Store's page of updates. */
const STORE = /AppStore|可用更新|(?:全部|更新所有)更新|近期(?:已)?更新/iu;

/** In its list the button beside 阿里云 says 打开, or 更新 where there is a newer one. */
function storeButton(rows: readonly string[]): boolean | undefined {
  const button = rows.map((row) => /^阿里云(?:APP)?(打开|更新)$/iu.exec(row)?.[1]).find((one) => one !== undefined);
  return button === undefined ? undefined : button === '打开';
}

function first(rows: readonly string[], pattern: RegExp): string | undefined {
  for (const row of rows) {
    const version = pattern.exec(row)?.[1];
    if (version) return version.replace(/^v/i, '');
  }
  return undefined;
}

/** Commas and letters between the digits of a version that were misread. */
function digitsRight(row: string): string {
  return row
    .replace(/(?<=\d)[,，。·](?=\d)/gu, '.')
    .replace(/(?<=\d\.)[Oo](?=\.|\d|$)/gu, '0')
    .replace(/(?<=\d\.)[lI|](?=\.|\d|$)/gu, '1');
}
