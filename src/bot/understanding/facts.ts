import type { Facts } from '../facts.ts';
import { provinceIn } from './province.ts';

const IOS = /(iphone|ios|ipad|苹果|app\s?store)/;
const ANDROID = /(安卓|android|小米|红米|vivo|oppo|三星|魅族|一加|iqoo|realme|中兴|努比亚|坚果)/;
const HARMONY = /(鸿蒙|harmony\s?os)/;
/** "不是苹果": that phone is not meant. */
const NOT_THIS = /不是(?:用)?(?:苹果|安卓|鸿蒙|iphone|android|ios|ipad)/g;
const CORRECTS = /(不对|不是|说错了|弄错了|我是|其实是|应该是|换成|换了)/;

const ANDROID_VERSION =
  /(?:安卓|android)(?:系统|手机|版本|的)?\s*(?:是|为)?\s*v?(\d{1,2}(?:\.\d{1,2}){0,2})(?!\d|g|元|块|年|月|个)/;
const IOS_VERSION = /(?:ios|系统)\s*(?:是|为|版本)?\s*(\d{1,2}(?:\.\d{1,2}){0,2})(?!\d|g)/;
const APP_VERSION = /(?:app|阿里云)(?:的)?(?:版本)?(?:号)?(?:是|为)?\s*v?(\d{1,2}\.\d{1,2}(?:\.\d{1,3})?)/;
const UP_TO_DATE = /(已(经)?(是|升(级)?到|更新到)?最新|最新版(本)?了|没有(可用)?更新|无需更新|不用更新|更(新)?到最新)/;
const OUTDATED = /(不是最新|非最新|有更新|提示更新|可以更新|旧版)/;
const IN_PERSON = /(本人操作|是本人|就是我本人|我本人(刷|核验|操作)|本人在刷)/;
const NOT_IN_PERSON = /(不是本人|非本人|不是我本人|代(他|她|替)|替(他|她|老板|法人)(刷|核验)|帮(他|她|老板)刷)/;
const ROLES = ['法定代表人', '主体负责人', '网站负责人', '核验者'] as const;

/** What a normalised message says about the case. Only what it says: no guesses. A later statement replaces an earlier one. */
export function factsIn(normalised: string): Facts {
  const platform = platformIn(normalised);
  const osVersion = (platform === 'ios' ? IOS_VERSION : ANDROID_VERSION).exec(normalised)?.[1];
  const appVersion = APP_VERSION.exec(normalised)?.[1];
  const upToDate = OUTDATED.test(normalised) ? false : UP_TO_DATE.test(normalised) ? true : undefined;
  const province = provinceIn(normalised);
  const inPerson = NOT_IN_PERSON.test(normalised) ? false : IN_PERSON.test(normalised) ? true : undefined;
  const roles = ROLES.filter((role) => normalised.includes(`我是${role}`));
  return {
    ...(platform && { platform }),
    ...(osVersion && { osVersion }),
    ...(appVersion && { appVersion }),
    ...(upToDate !== undefined && { appUpToDate: upToDate }),
    ...(province && { province }),
    ...(inPerson !== undefined && { inPerson }),
    ...(roles.length > 0 && { roles }),
  };
}

/** What is known after a message; a new platform drops the version of the old one. */
export function learn(known: Facts, heard: Facts): Facts {
  const { osVersion, ...rest } = known;
  const same = heard.platform === undefined || heard.platform === known.platform;
  return { ...(same && osVersion !== undefined ? known : rest), ...heard };
}

/** The phone that is named; of two, the one after a correction ("不对,我是安卓"), else none. */
function platformIn(text: string): Facts['platform'] | undefined {
  const meant = text.replace(NOT_THIS, '');
  const after = meant.slice(Math.max(0, meant.search(CORRECTS)));
  for (const part of [after, meant]) {
    const named = (
      [
        ['harmony', HARMONY],
        ['ios', IOS],
        ['android', ANDROID],
      ] as const
    ).filter(([, pattern]) => pattern.test(part));
    if (named.length === 1) return named[0]?.[0];
  }
  return undefined;
}
