import type { Clause } from './clauses.ts';
import { FAILS } from './face-outcome.ts';
import { NUMERAL, numberOf } from './numerals.ts';

/** How often a clause says that somebody tried. */
export interface Attempts {
  readonly count: number;
  /** 第N次: the number of the last one, not of all in the clause. */
  readonly ordinal: boolean;
  /** Tried since the last time: 又刷了两次. */
  readonly again: boolean;
  /** The sum of the story: 一共五次. */
  readonly sum: boolean;
  /** 昨天, 今早: counts of different days add up. */
  readonly day: string | undefined;
}

/** What 好几次 and everything that is only "often" counts as. */
export const OFTEN = 3;

const PLAIN = { ordinal: false, again: false, sum: false, day: undefined } as const;
const TRY = '刷|唰|涮|试|弄|搞|整|扫|做|测|核验|验证|认证|识别|检测|采集|录|折腾|操作|重试|验|核';
const VAGUE =
  '(?:不知道|不晓得|记不清|数不清)(?:多少|几|好多)|好几|好多|好些|很多|许多|无数|老多|太多|不少|多少|若干|[多数几n]|几十|上百|几百|成百上千';
const COUNT = new RegExp(
  `(?<!番)(?<nth>第)?(?<number>${NUMERAL}|${VAGUE})\\s?(?<unit>次(?![数性元])|回(?![来去家复答])|遍|[趟把下道](?![午面次来去载理])|连[败跪挂])`,
  'g',
);
/** 把, 下, 道 count attempts only right behind their verb. */
const RIGHT_BEHIND = new RegExp(`(${TRY})(脸|人脸)?[了过咗]$`);
const PAST = /[了过咗到]$/;

/** The nearest word before, else the first behind, tells what was done so often. */
const DEED = new RegExp(
  `(?<other>扫码|重装|卸载|装|打|(?<!少)说|问|看|读|改|换|重启|关|打开|登录|登陆|更新|升级|下载|备案|驳回|退回|打回|联系|找|申请|投诉|等|眨|点|按|摇|转|上传|传|补|充|催|注册|身份证|证件|执照|资料|审核|红绿灯|电话|过了|跑|来问|咨询|用)|(?<tried>${TRY}|提交|来|失败|失白|败|fail|不一致|脸|提示|过不|不过|没过|不行|通过)`,
  'g',
);
const OTHER_BEHIND =
  /^[的都了还又]{0,2}(备案|找|来?问|来|申请|审核|用|登[录陆]|联系|打|客服|电话|红绿灯|驳回|上传|传|换|改|重)/;
const LIMIT = new RegExp(
  `(最多|至多|只能|只有|还有|剩下?|每[天日人]|一[天日]|可以|[能限要得够满给等]|允许|超过|需要?|最后|第|只许)(再|我|只|连续|也)*(${TRY}|失败)?(脸|人脸)*$`,
);
const LEFT =
  /^(的)?(机会(?!.{0,3}(用|没了|完))|额度|限制|上限|以内|之内|才|会|就会|[以之]?后会|为限|怎么办|会怎|试试|看看)/;
const HAPPENED = new RegExp(`^(了|啦|咯|喽|嘞|呢|吧)|^.{0,6}?(都|全|还|也|又|就|仍|${FAILS.source})`);
const AGAIN = /(又|再|另外|额外)[^,]{0,8}$/;
const SUM = /(一共|总共|加起来|合计|累计|拢共|总计|前后|前前后后|加一起|共)[^,]{0,8}$/;
const DAY = /大?前天|昨[天晚日]|今[天早晚]|上午|下午|早上|中午|晚上|上周/g;

const HOURS =
  '(老半天|大半天|半天|大半夜|半宿|一宿|一?整天|好久|好长时间|(一个?|整个|整整一个?|快一个?)?(上午|下午|晚上|早上|早晨|中午|一?天|星期|礼拜|夜)|(好几|[一二两俩三四五六半几]|\\d{1,2})个?(多|半)?(小时|钟头|天))';
const LONG = new RegExp(
  `(${TRY}|磨|耗|忙活|忙)(脸|人脸|手机)?([了咗得过我到有]|已经|整整|都){1,4}${HOURS}|(${TRY})(脸|人脸)?(一整?|整|大)?(半天|半夜|上午|下午|晚上?|早上|早晨|中午|宿|天|夜|星期)了|从[^,]{1,6}(${TRY})(脸|人脸)?到(?!第?[一二三四五\\d]次)[^,]{0,3}(现在|今|上|下|晚|夜|早|中|天|[点时])|(刷|唰)脸?(烂|吐|秃|麻)了|(刷|唰)脸?(到|得|的)(我|都|脸|人|快|眼睛|要){0,4}(吐|麻|疯|烂|崩溃|怀疑人生|没电|秃|哭|肿|酸|累)|三番[五两]次|几次三番|一(?<unit>次|遍|回)又一\\k<unit>|一(次次|遍遍|回回)`,
);

/** As the page puts it: 失败次数:5. */
const FAILURES = /失败(的)?次数[:是为有共已达到]*\s?(?<number>\d{1,2})(?!\d)/;

/** 失败x5, 没过×3. */
const TIMES_SIGN = new RegExp(`(?:${TRY}|不过|${FAILS.source})(?:了|啦)?\\s?[x×*✕✖╳]\\s?(?<number>\\d{1,2})(?![\\d.])`);

/** The attempts that a clause counts. */
export function attemptsIn(clause: Clause): readonly Attempts[] {
  if (clause.supposes) return [];
  const found = [...clause.text.matchAll(COUNT)].flatMap((match) => attempt(clause, match) ?? []);
  const told = FAILURES.exec(clause.text)?.groups?.number;
  if (told && !clause.asks) found.push({ ...PLAIN, count: Number(told), sum: true });
  const sign = TIMES_SIGN.exec(clause.text)?.groups?.number;
  if (sign && !clause.asks) found.push({ ...PLAIN, count: Number(sign) });
  const often = !clause.asks && LONG.test(clause.text);
  return often ? [...found, { ...PLAIN, count: OFTEN, again: /又/.test(clause.text) }] : found;
}

function attempt({ text, asks }: Clause, match: RegExpExecArray): Attempts | undefined {
  const { nth, number = '', unit = '' } = match.groups ?? {};
  const before = text.slice(Math.max(0, match.index - 12), match.index);
  const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
  if (/[趟把下道]/.test(unit) && !RIGHT_BEHIND.test(before)) return undefined;
  const happened =
    PAST.test(before) ||
    /又[^,]{0,4}$/.test(before) ||
    unit.startsWith('连') ||
    (!asks && /败$/.test(before)) ||
    HAPPENED.test(behind);
  if (
    (LEFT.test(behind) && !(nth && /^才(给|让)?(我)?(过|成|通过)/.test(behind))) ||
    (!PAST.test(before) && LIMIT.test(before))
  )
    return undefined;
  if (asks && !happened) return undefined;
  if (/再|去|想|让|准备|打算|明天|待会|等会|一会/.test(before) && !happened) return undefined;
  if (/[一1]$/.test(number) && /^(都|也)?(没|不)/.test(behind) && !nth && /次|回/.test(unit) && !PAST.test(before))
    return undefined;
  if (!tried(before, behind, { once: /^[一1]$/.test(number), vague: /^(多少|几)$/.test(number), happened }))
    return undefined;
  return {
    count: numberOf(number) ?? OFTEN,
    ordinal: nth !== undefined,
    again: AGAIN.test(before),
    sum: SUM.test(before),
    day: text
      .slice(Math.max(0, match.index - 20), match.index)
      .match(DAY)
      ?.at(-1),
  };
}

interface Manner {
  readonly once: boolean;
  readonly vague: boolean;
  readonly happened: boolean;
}

function tried(before: string, behind: string, { once, vague, happened }: Manner): boolean {
  const last = [...before.slice(-8).matchAll(DEED)].at(-1)?.groups;
  if (last?.other) return false;
  if (!last && OTHER_BEHIND.test(behind)) return false;
  // One attempt, or "a few", is a count only where it is told as past.
  return once || vague ? happened || FAILS.test(behind) : true;
}
