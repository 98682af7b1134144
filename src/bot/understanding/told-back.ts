import type { Facts } from '../facts.ts';
import type { Heard } from './facts.ts';

const PLATFORMS = { android: '安卓手机', ios: '苹果手机', harmony: '鸿蒙手机' } as const;

/** Facts as they are said back to whoever told them: "安卓手机，系统 4.4.2"; empty where nothing was told. */
export function toldBack(facts: Facts): string {
  const { platform, osVersion, appVersion, appUpToDate, province, inPerson, faceAttempts } = facts;
  return [
    platform && PLATFORMS[platform],
    osVersion && `系统 ${osVersion}`,
    appVersion && `阿里云APP ${appVersion}`,
    appUpToDate !== undefined && (appUpToDate ? '阿里云APP已是最新' : '阿里云APP不是最新'),
    province,
    inPerson !== undefined && (inPerson ? '刷脸的是网站负责人本人' : '刷脸的不是网站负责人本人'),
    faceAttempts && `人脸核验失败 ${faceAttempts} 次`,
  ]
    .filter((part) => part)
    .join('，');
}

const FACT_WORDS =
  /安卓|android|苹果|iphone|ios|ipad|鸿蒙|harmonyos|小米|红米|vivo|oppo|三星|手机|系统|版本号?|阿里云|app|v?\d+(\.\d+)*|省|市|自治区|公司|备案|在|不对|不是|说错了|弄错了|其实|应该|换成|换|用|我们?|是|的|了|啊|呀|哦|吧|呢|那|就/g;

/** Whether a normalised message tells facts and nothing else: "我是安卓12", "广东的". */
export function onlyFacts(normalised: string, { facts, places }: Pick<Heard, 'facts' | 'places'>): boolean {
  const rest = places
    .reduce((text, place) => text.replace(place, ''), normalised)
    .replace(FACT_WORDS, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return rest === '' && toldBack(facts) !== '';
}
