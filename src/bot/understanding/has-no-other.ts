const DOCUMENT = '(?:证件?|身份证|执照|营业执照|证书|授权书|原件|资料|材料|照片|图片?)';
const NO_OTHER = new RegExp(
  [
    `(?:没有?|没得|无|拿不出|找不到)(?:了)?(?:别|其他|其它|另外|第二|新)(?:的|张|份|本|个)*${DOCUMENT}?`,
    `(?:换不了|没法换|没得换|没办法换|没的换)`,
    `(?:只有|就|就剩)(?:我)?(?:有)?这(?:一)?(?:张|份|本|个)(?:${DOCUMENT})?(?:了|$)`,
    `(?:没有?|没得)(?:可以|能)?换的`,
    `(?:新的?${DOCUMENT}?|补办|换证|换新).{0,6}(?:还没|没有?|要等).{0,6}(?:下来|办|拿到|到|好|领|发)`,
    `(?:补办|换)不(?:了|到|来)`,
  ].join('|'),
  'u',
);
const ASKS = /[?？]|吗|怎么换|去哪/;

/** Whether a normalised message says that there is no other document than the one shown. */
export function hasNoOther(normalised: string): boolean {
  return !ASKS.test(normalised) && NO_OTHER.test(normalised);
}
