import { ANYONE, LAST, type Told, WHO, whoIn } from './who.ts';

/** Told of an earlier time. */
export const FORMER = /昨[天晚日]|前[天面]|之前|以前|上次|上回|原来|先前|开始|起初|第一次|刚开始/;

const FACE = '(?:刷|唰|涮|扫|拍|核验|验证|认证|识别|操作|露脸|出镜|上镜)';
const ALSO = '[就也都又才还其实确实一直刚先后来]{0,4}';
/** What may stand between who did it and the deed. */
const BETWEEN = `(?:亲自|刚才|刚刚|今天|昨天|上次|已经|[刚先又也都就来去在给]|帮忙|代为|[帮替代](?:${WHO}|公司|单位|忙|一下)?|代替${WHO}|拿着?手机|对着(?:手机|镜头|屏幕)?|用手机){0,4}`;
const DID = `(?:${FACE}|弄(?=[的了])|做(?=[的了]|人脸|认证|核验|脸)|[上出露]的?[镜脸]|对着(?:镜头|摄像头)(?=的)|试(?=[的了]))`;
const TOLD = '(?=(?:脸|人脸|认证|核验|识别)?(?:[的了过没不还都也老总好几两三四五六七八九十\\d又就,]|失败|一直|$))';

/** Who was at the camera. */
const DOERS: readonly RegExp[] = [
  new RegExp(`(?<who>${ANYONE})${BETWEEN}${DID}${TOLD}`, 'g'),
  new RegExp(
    `(?:${FACE}|做|弄|镜头前|出现|对着?(?:镜头|摄像头|手机|屏幕))(?:脸|人脸|认证|核验)?的?(?:那个|那位)?(?:人|脸)?${ALSO}(?<not>不|并不)?(?:是|系)(?<who>${ANYONE})(?!填|写|登记)`,
    'g',
  ),
  new RegExp(`^(?:刷脸|核验|人脸)的?人?(?<who>${WHO})$`, 'g'),
  new RegExp(
    `(?:用|拿|对着?|怼着|刷|扫|拍|照)[的了着]?${ALSO}(?<not>不)?(?:是|系)?(?<who>${ANYONE})的(?:这张|那张|大)?脸(?!部)`,
    'g',
  ),
];
const NOT_DONE =
  /(想|要|准备|打算|能|可以|可否|会|该|等|明天|后天|需|得|没有?|未|别|不|只许|(?<!刚)才能?|怎么|看)[让叫找请喊派由给换是]{0,2}$/;
/** 提示不是本人操作. */
const SAID = /(提示|显示|说|系统|报|讲|话)[^,]{0,3}$/;
const DENIED = /不[是系]$/;

/** Those whom a clause, after what was said before, tells to have been at the camera, or not to. */
export function doersIn(text: string, before: string): readonly Told[] {
  return DOERS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((one, other) => one.index - other.index)
    .slice(-LAST)
    .flatMap((match) => {
      const lead = text.slice(Math.max(0, match.index - 6), match.index);
      const denied = DENIED.test(lead) || match.groups?.not !== undefined;
      if (denied ? SAID.test(lead) : NOT_DONE.test(lead)) return [];
      const since = text.slice(Math.max(0, match.index - 8), match.index + match[0].length);
      const who = whoIn(match, before + text.slice(Math.max(0, match.index - 80), match.index));
      return [{ who, is: !denied, former: FORMER.test(since) }];
    });
}
