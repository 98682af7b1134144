import { after, before } from './clause.ts';
import type { Mark } from './mark.ts';
import { SHORT, SHORT_ANSWERS } from './up-to-date-answers.ts';
import { SIGNS } from './up-to-date-signs.ts';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly newest: boolean;
  readonly seen: boolean;
}

/**
 * Whether the APP is the newest, from what the person saw: 检查更新 says so,
 * the App Store shows 打开 or 更新. Of several statements the last counts;
 * questions and conditions state nothing. `asked`: it was just asked for, so
 * that a bare 没有 or 打开 answers.
 */
export function upToDateIn(text: string, marks: readonly Mark[], asked = false): boolean | undefined {
  const short = asked && text.length <= SHORT ? SHORT_ANSWERS.find(({ pattern }) => pattern.test(text)) : undefined;
  if (short) return short.newest;
  if (!BEARS_ON_IT.test(text)) return undefined;
  const found = SIGNS.flatMap(({ pattern, newest, seen }) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      newest,
      seen,
    })),
  );
  const held = found.filter((sign) => holds(text, marks, sign)).toSorted((a, b) => a.start - b.start);
  return held.findLast((one) => !held.some((other) => covers(other, one)))?.newest;
}

const BEARS_ON_IT = /更新|升级|最新|版|打开|列表|清单|date|newest|latest|open/;

function covers(wide: Found, narrow: Found): boolean {
  return wide.start <= narrow.start && wide.end >= narrow.end && wide.end - wide.start > narrow.end - narrow.start;
}

const CONDITION =
  /如果|要是|假如|倘若|若|万一|除非|比如|什么(?:时候|情况)|(?:怎么|如何|怎样)(?:看|知道|判断|确认|查)|有没有|是不是|是否|会不会|能不能|要不要|需不需要|还是说|哪里?(?:看|有|能)/;
const QUESTION =
  /^吧|吗|么$|么[,?]|怎么(?!办|升|更新|弄|搞|解决|回事|还|也)|如何|有什么|哪里?|啥|是不是|会不会|算不算|多少|的话|还是(?:更新|打开|没|不|旧)(?!行|能|可)/;
const QUESTION_BEFORE = /为什么|为啥|为何|怎么会|是因为|什么叫/;
const WISH =
  /(?:请|需要?|要|让|叫|怎么|如何|得|必须|建议|再|先|去|想|能|可以|帮我?|应该|是否|才能|只要|等|准备|打算|去哪|试着)(?:把)?(?:我|它|app|阿里云|软件|手动|您|您的|到|给|在|会)*$/;
const NOT_SEEN = /(?:看不(?:到|见)|(?:没|不|未)(?:有)?(?:看到|看见|见|显示|提示|发现|出现|弹))[^,]{0,8}$/;

/** Whether a sign states something, about the APP, and is not asked, wished or supposed. */
function holds(text: string, marks: readonly Mark[], { start, end, newest, seen }: Found): boolean {
  const lead = before(text, start, 20);
  if (CONDITION.test(lead + text.slice(start, end)) || ofAnother(text, marks, start, end, lead)) return false;
  if (newest ? WISH.test(lead) : NOT_SEEN.test(lead)) return false;
  if (newest && !ofNow(text, lead, start, end)) return false;
  if (seen) return true;
  const tail = after(text, end, 16);
  return text.charAt(end + tail.length) !== '?' && !QUESTION.test(tail) && !QUESTION_BEFORE.test(lead);
}

const NOT_NEWEST = /(?:不是|非|不算|没到|不)(?:是)?最新/;
const UPDATED = /^(?:刚刚?|已经?|都|才|全)?(?:更新|升级)/;
const NOT_DONE = /(?:没有?|未|不)(?:怎么|再|去|曾)?$/;
const LONG_AGO = /(?:去年|前年|上个?月|上次|[月年]前|年初|以前|之前|曾经|前阵子|\d{4}年)[^,]{0,6}$/;
/** 最新版是6.13: what the newest is, not that this is it. */
const NAMES_NEWEST = /^号?(?:现在|目前|应该|都|已经)*(?:是|为|:|到) ?v?\d/;
/** When it was last updated: 一年没更新, 从来没更新过. That tells not what the phone shows. */
const LAST_TIME =
  /(?:[年月天周久耐]|阵子?|从来?|自从.{0,8}|一直|压根|根本|基本|向来|平时|以来|之?后|再也?)[^,]{0,6}?(?:没有?|未|不)(?:怎么|再|去|有)?(?:更新|升级)(?!按钮|提示|列表|选项|的)|(?:没有?|未|不)(?:怎么|再|去|有)?(?:更新|升级)过/;

/** Whether a sign of the newest tells what the phone shows now, not when it was last updated, nor that it is not. */
function ofNow(text: string, lead: string, start: number, end: number): boolean {
  const sign = text.slice(start, end);
  if (NOT_NEWEST.test(sign) || LAST_TIME.test(lead + text.slice(start, end + 2))) return false;
  if (NAMES_NEWEST.test(text.slice(end, end + 10)) && /新(?:的)?(?:版本?)?$/.test(sign)) return false;
  return !(UPDATED.test(sign) && (NOT_DONE.test(lead) || LONG_AGO.test(lead)));
}

const OF_THE_APP = /app|阿里云|软件|客户端|检查更新|store|商店/;
const HAS_VERSIONS: ReadonlySet<Mark['kind']> = new Set(['system', 'device', 'rom', 'store', 'app', 'os', 'other']);
const GOES_ON = /^(?:端|版(?!本)|手机|机|的|平板|这边|这里|里)/;

/** Whether the sign is of the system or of other software: the word before it in its clause says so. */
function ofAnother(text: string, marks: readonly Mark[], start: number, end: number, lead: string): boolean {
  const near = marks.findLast(
    (mark) => mark.start < start && mark.start >= start - lead.length && HAS_VERSIONS.has(mark.kind),
  );
  if (!near) return false;
  const between = text.slice(near.end, end);
  if (OF_THE_APP.test(between)) return false;
  if (near.kind === 'other' || near.kind === 'rom' || near.kind === 'os') return true;
  if (near.kind !== 'system' || GOES_ON.test(between)) return false;
  return !(between.startsWith(' ') && OF_THE_APP.test(text)); // 阿里云APP 扫码白屏 安卓 已最新
}
