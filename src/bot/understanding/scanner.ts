const OTHER = '(?:微信|支付宝|钉钉|企业微信|qq|浏览器|相机|照相机|淘宝|抖音|自带的?(?:扫码|扫一扫|相机)?)';
const SCANS = new RegExp(`${OTHER}.{0,4}扫|扫.{0,5}(?:用|拿)的?是?${OTHER}`, 'u');
const ASKS = /[吗么不没嘛][?？。\s]*$|行|可以|能|关系|影响|对/;
/** Tells of a failure: that is the entry's own matter. */
const FAILS = /进不|打不|扫不|没反应|失败|不出|不了|白屏/;
/** The longest such question, and the longest such statement, in characters. */
const LONGEST = { question: 18, statement: 10 };

/** Whether a normalised message only asks if the code may be scanned with something else than the 阿里云 APP, or says that it was. */
export function asksOfOtherScanner(normalised: string): boolean {
  const { question, statement } = LONGEST;
  if (normalised.length > (ASKS.test(normalised) ? question : statement)) return false;
  return SCANS.test(normalised) && !FAILS.test(normalised);
}
