/** 负责人 alone, neither of the two heads. */
const BARE = /(?<!主体|主办单位|单位|网站|备案主体|站点)负责人/;
const OTHER_ROLE = /主体|主办单位|网站负责|法人|法定代表|核验者/;
const MUST =
  /负责人(?:本人)?(?:是不是|要不要|用不用|需不需要|需要|必须|要|得|用|也|都|还)+(?:本人|亲自|来|去)*(?:做|进行)?(刷脸|人脸|核验|认证|扫脸|上传|传|交|提供)/;
const ASKS = /吗|么|不[?？]?$|[?？]|要不要|用不用|需不需要|是不是/;

/** What a normalised message asks of a 负责人 without saying of which of the two: 负责人要刷脸吗. */
export function headAskedIn(normalised: string): 'who-verifies' | 'who-uploads' | undefined {
  if (!BARE.test(normalised) || OTHER_ROLE.test(normalised) || !ASKS.test(normalised)) return undefined;
  const matter = MUST.exec(normalised)?.[1];
  if (!matter) return undefined;
  return /传|交|提供/.test(matter) ? 'who-uploads' : 'who-verifies';
}
