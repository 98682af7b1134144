const PICTURE = '(?:照片|图片?|证件照?|身份证|执照|资料|信息|隐私|发(?:给|过)?(?:你|您|你们)?的)';
const ASKS = [
  `${PICTURE}.{0,8}(?:你们?|您|这里|系统)?.{0,4}(?:存|保存|保留|留)(?:着|在)?.{0,4}(?:多久|几天|多长|哪|吗|不)`,
  `(?:你们?|您|这里).{0,3}(?:会)?(?:存|保存|保留|留)(?:着)?.{0,3}(?:我(?:的)?)?${PICTURE}`,
  `${PICTURE}.{0,10}谁(?:能|会|可以|看|有)|谁(?:能|会|可以)?(?:看|看到|看见|看得到).{0,4}(?:我|${PICTURE})`,
  `${PICTURE}.{0,6}(?:安全|泄露|泄漏|外泄|外传|拿去|被人)`,
  `${PICTURE}.{0,6}(?:什么时候|多久|几天).{0,3}(?:删|清)`,
];
const PATTERN = new RegExp(ASKS.join('|'), 'u');
/** The filing itself, or the upload page, is meant. */
const ELSEWHERE = /审核|管局|备案信息|上传页|不显示|相册|app|手机里/;

/** Whether a normalised message asks how long pictures are kept here, who sees them, or whether they are safe. */
export function asksOfKeeping(normalised: string): boolean {
  return PATTERN.test(normalised) && !ELSEWHERE.test(normalised);
}
