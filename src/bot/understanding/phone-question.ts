import type { Facts } from '../facts.ts';

const ASKS =
  /(行|可以|能|好使|够|支持|兼容|适合)(不|吗|么|嘛|否|没|啵)|(能不能|可不可以|行不行|支不支持|够不够|能否|是否|可否)|(能|可以|够|支持).{0,10}(吗|么|嘛|不|吧)[?？。!！\s]*$|(太|会不会|是不是).{0,4}(旧|老|低)|(怎么样|咋样|呢)[?？。\s]*$|还能用|用得了|(啥|什么|哪种|哪个|哪款).{0,4}(手机|系统|机型)|是不是.{0,4}(好|稳|行|强)|(好|稳|好使|好用|靠谱)(一?点|一些|些)[?？。\s]*$|can i|is .* (ok|supported)|support/;
const FAILS =
  /扫.{0,6}(不了|不进|不上|不出|不开|不动|不到|没反应|没用|进不)|进不去|打不开|没反应|白屏|黑屏|闪退|报错|提示|非法参数|为空|无法显示|失败|卡住|转圈|上传不|传不|点不|不显示|不通过/;

const WHICH =
  /(啥|什么|哪种|哪个|哪款|什么样|哪一?种).{0,4}(手机|机子|机型|系统|机).{0,10}(好|稳|行|推荐|支持|可以|合适|靠谱|保险|能用|最)|(推荐|建议)(用|使用|拿)?(啥|什么|哪种|哪个|哪款)(手机|系统|机)|(安卓|android).{0,3}(还是|or).{0,3}(苹果|ios|iphone).{0,8}(好|稳|行|推荐)|(苹果|ios|iphone).{0,3}(还是|or).{0,3}(安卓|android).{0,8}(好|稳|行|推荐)/;

/** Whether a normalised message asks which phone is best for it. */
export function asksWhichPhone(normalised: string): boolean {
  return WHICH.test(normalised) && !FAILS.test(normalised);
}

/** Whether a normalised message asks if a phone will do, and tells of nothing that failed. */
export function asksAboutPhone(normalised: string, { platform, osVersion, atLeastAndroid5 }: Facts): boolean {
  const names = platform !== undefined || osVersion !== undefined || atLeastAndroid5 !== undefined;
  return names && ASKS.test(normalised) && !FAILS.test(normalised);
}
