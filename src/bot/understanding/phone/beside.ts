import type { Claim } from './claim.ts';
import type { Mark, Name, Numeral } from './mark.ts';

/**
 * Small words between a number and the word that it belongs to, besides 的, 是 and punctuation. None is made of two
 * others: what can be read in one way only is soon read.
 */
const SMALL = [
  '的|是|为|就|才|都|也|还|只有|只|最高|顶多|用|了|刚|在|上面?|里面?|把|给|从|由|自|到|成|至|一直|已经?|不是|号|整|原生|最新|太?[旧老低新]',
  '我|您|你|它|那|这|个|款|种|手机|机子|机器|机|平板|老人|老年',
  '目前|现在|当前|显示|写着?|看|查|标着?|叫|大概|好像|应该|可能|估计|貌似|似乎|不过|居然|竟然|仅|正好|刚好|恰好|停留?|卡在',
  '升级?|更新|(?:安?装|下载?)着?|版(?!本)|版本号|(?:设置|关于手机|关于本机)中?',
  '没有|没到|不到|低于|高于|小于|大于|超过|不低于|不足|达不到|至少|最低|最少|起码|要求?|需要|必须|得|支持',
  'is|on|at|running|runs|with|the|ver\\.?|v|my',
];
const BETWEEN = new RegExp(`^(?:[\\s:=?()[\\]"“”'「」【】《》<>|/_-]|${SMALL.join('|')})*$`);
/** Longest gap between a number and its word, in characters. */
const AT_MOST = 18;
const IS = /^(?:版本?)?(?:这|那|就)*是(?:指|我|手机|那个|这个|的)*$/;
const BUT_IS = /^(?:版本?)?,?(?:而|应该|就)*是(?:指|我|手机|那个|这个|的)*$/;
const NOT = /^(?:版本?)?,?(?:不是|而非)(?:我|手机|那个|这个|的)*$/;
const OF = /^ ?(?:版本?)?整?的?(?:版本|老|旧)?$/;

/** Words whose numbers are theirs: MIUI 14, 微信8.0, 蓝牙5.0. */
const OWN_NUMBERS: ReadonlySet<Mark['kind']> = new Set(['store', 'rom', 'other', 'part']);

/** What the words beside a number say about it; undefined where there are none. */
export function besideNumber(text: string, marks: readonly Mark[], index: number, numeral: Numeral): Found | undefined {
  if (numeral.platform) return { of: 'os', platform: numeral.platform };
  const behind = namedBehind(text, marks, index, numeral);
  if (behind?.firm) return behind.found;
  const found = namedBefore(text, marks, index, numeral);
  const model = found?.of === 'other' && found.subject?.kind === 'device' && text.startsWith('的', numeral.end); // 三星s10e,12的系统
  return found && found.of !== 'label' && !(model && behind) ? found : (behind?.found ?? found);
}

type Found = Pick<Claim, 'of'> & Partial<Pick<Claim, 'platform' | 'subject' | 'sure'>>;

/** The word before the number that it is a version of: 安卓8.1, 阿里云app版本是6.7.0, 系统15.7. */
function namedBefore(text: string, marks: readonly Mark[], index: number, numeral: Numeral): Found | undefined {
  let os: Name | undefined;
  let label = false;
  let edition = false; // 阿里云安卓版6.5.1: the APP's edition, no system.
  let right = numeral.start;
  for (let at = index - 1; at >= 0; at--) {
    const mark = marks[at];
    if (!mark || mark.kind === 'junk' || (mark.kind === 'number' && mark.form !== 'named')) break;
    const gap = text.slice(mark.end, right);
    const pause = right === numeral.start ? gap.replace(',', '') : gap;
    if (gap.length > AT_MOST || !BETWEEN.test(pause)) break;
    if (mark.kind === 'number') return { of: 'os', platform: mark.platform }; // Lollipop 5.1.1
    if (mark.kind === 'version') label = true;
    else if (mark.kind === 'os') os = mark;
    else if (OWN_NUMBERS.has(mark.kind)) return { of: 'other', subject: mark };
    else if (mark.kind === 'app')
      return os ? { of: 'os', subject: os } : app(mark, numeral, label || edition, marks[at - 1]);
    else if (mark.kind === 'system' && /^版(?!本)/.test(gap)) edition = true;
    else if (mark.kind === 'system')
      return { of: 'os', platform: mark.platform, subject: mark, sure: numeral.form !== 'clock' };
    else return device(mark, numeral, os !== undefined || label);
    right = mark.start;
  }
  if (os) return { of: 'os', subject: os };
  return label || edition ? { of: 'label' } : undefined;
}

function app(subject: Name, { form }: Numeral, label: boolean, left: Mark | undefined): Found {
  if (left?.kind === 'other' && left.end === subject.start) return { of: 'other', subject }; // 支付宝app
  return form === 'dotted' || label ? { of: 'app', subject } : { of: 'other', subject };
}

function device(subject: Name, { form }: Numeral, named: boolean): Found {
  return form === 'dotted' || named
    ? { of: 'os', platform: subject.platform, subject, sure: false }
    : { of: 'other', subject };
}

/** The word behind the number: 5.0系统, 4.4的安卓, 6.0是app的版本, 4.4不是app版本,是系统版本. `firm` where 是 joins them. */
function namedBehind(
  text: string,
  marks: readonly Mark[],
  index: number,
  numeral: Numeral,
): { readonly found: Found; readonly firm: boolean } | undefined {
  let from = numeral.end;
  let denied = false;
  for (const mark of marks.slice(index + 1, index + 6)) {
    const gap = text.slice(from, mark.start);
    const is = (denied ? BUT_IS : IS).test(gap);
    const joined = is || OF.test(gap);
    from = mark.end;
    if (NOT.test(gap)) {
      denied = true;
      continue;
    }
    if (denied && !is) continue;
    if (!joined) return undefined;
    if (mark.kind === 'os') return { found: { of: 'os', subject: mark }, firm: is };
    if (mark.kind === 'system') return { found: { of: 'os', platform: mark.platform, subject: mark }, firm: is };
    if (mark.kind === 'app' && !/^ $/.test(gap)) return { found: { of: 'app', subject: mark }, firm: is };
    if (mark.kind === 'device' && /的/.test(gap)) {
      return { found: { of: 'os', platform: mark.platform, subject: mark, sure: false }, firm: is };
    }
    if (mark.kind === 'other' && is) return { found: { of: 'other', subject: mark }, firm: true };
    if (mark.kind !== 'version') return undefined;
  }
  return undefined;
}
