import { type Clause, clausesIn } from './clauses.ts';
import { doerIsHead } from './doer-and-head.ts';
import { FORMER } from './doers.ts';
import { WHO } from './who.ts';

const SWIPE = '(?:刷|唰|涮|扫脸|扫的|核验|验证|认证|操作|做的|做了|做人脸|做认证|弄的|露脸|出镜|过的脸|上镜)';
const OTHER =
  '(?:同事|别人|他人|其他人|旁人|老婆|老公|媳妇|爱人|妻子|丈夫|儿子|女儿|闺女|孩子|我?爸|我?妈|父亲|母亲|弟弟?|我哥|我姐|妹妹?|朋友|室友|员工|下属|徒弟|秘书|助理|行政|前台|财务|会计|文员|出纳|人事|小姑娘|小伙子?|实习生|技术员?|运营|程序员|客服|中介|代办|代理|网管|亲戚|侄子|hr)';
const SOMEONE = '(?:他|她|人家|老板|老总|领导|法人|负责人|客户|朋友|[^我,本人帮替代]{1,4})';
const ABSENT =
  /(?<!主体|主办单位|单位)(负责人|老板|老总|领导|法人|本人|[他她])[^我]{0,6}?(在?(国外|外地|外省|老家|住院|休假|休产假|产假)|请假|出差|不在|没来|来不了|没空|没时间|离职|走了|有事|去世|忙着|很忙|开会|忙|不方便|在?医院|生病|病了|坐月子|不会)/;

/** The one at the camera is somebody else. */
const OTHERS: readonly RegExp[] = [
  /(?<!难道|能|可能|怎么会|咋会|又|还能)(不是|非)(我|他|她)?(们)?(网站)?(负责人)?本人|不是网站负责人(?!的问题|$)|(刷脸|核验|刷)的人?(并)?不是(网站)?负责人|不是(我|他|她)(自己)?(刷|操作|做)/,
  new RegExp(`代(为|替)?${SWIPE}|代劳|代刷|(我|咱)(就)?(是|系)[^,]{0,6}(代办|代理|中介)`),
  new RegExp(
    `(?:替|帮|帮忙|代替|代|顶替)(?:${SOMEONE}|一下|忙|了)?(?:来|去)?(?:一下)?(?:刷|唰|${SWIPE})|(?:替|代替|顶替)(?:了)?(?:他|她|老板|领导|负责人|一下)(?:来|去)?(?:弄|做|搞|验|上|了)*(?:一下)?$|(?:老板|老总|领导|负责人|他|她)[^,]{0,8}(?:让|叫|喊|派)我(?:来|去)?(?:刷|验|弄)[了的]|(?:他|她|人家).{0,2}(?:替|帮)我(?:刷|${SWIPE})`,
  ),
  /(拿|用)(他|她|老板|别人|人家|同事|法人|负责人)的?(身份证|证件|信息|名字)[^,]{0,6}(刷|扫脸|认证|核验)|找了?个?[^我自本负,]{1,8}(来|去|帮忙?)刷/,
  new RegExp(
    `(?:刷|用|扫|拍|照|对着?)(?:脸|核验)?(?:的?(?:就)?是|的)?(?:我|我们|了)?(?:的|公司)?${OTHER}(?:的?脸|$|刷|[啊呀的])`,
  ),
  new RegExp(
    `(?<!不是|没|没有|没让|没找)${OTHER}(?:的脸|来|去|在|给|替我|帮我|代|代替|帮忙|也|都|先|就)*(?:刷|${SWIPE})(?!不)`,
  ),
  /((?<!使)用|拿|对着|举着?|怼着)[^,]{0,6}(照片|相片|视频|录像|截图)([^,]{0,4}(刷|扫|验|核|过|认证|做)|[的啊了]*$)|(刷|扫)的?是?.{0,3}(照片|视频)$/,
  new RegExp(
    `借[了用]?[^,]{1,6}的?脸|(?<!没)(?:让|找|叫|请|喊)了?我?${OTHER}[^,不]{0,4}?(?:试|刷|弄|做|扫|验)[了过的]`,
  ),
  /换(了)?(个)?人刷|(找|让|叫|喊|请|借)(了)?(别人|人|其他人|.{0,5}(小姑娘|小伙))(来|去|帮忙|替)*(刷|扫|做|核验)|\b(my|a) (colleague|wife|husband|boss|friend|son|daughter|assistant|coworker)\b.{0,12}(did|scan|for me|face)|not (me|myself|the person)/,
];
const STANDS_IN = new RegExp(
  `我(?![们家司爸妈哥姐弟妹]|老[公婆板]|同事|朋友)[^,]{0,14}?(?:刷|唰|${SWIPE}|认证|自己上|顶|的脸|替|代)`,
);
/** Who writes is another than the head of the site. */
const IS_OTHER = new RegExp(
  `(?<!如果|要是)(?:我|俺|咱)(?:只|就|也)?(?:是|系)(?:他|她|老板|公司|法人|负责人|领导)?(?:的)?(?:${OTHER}|做网站的|建站|搞技术)|(?:${OTHER}|老板|老总|领导|他|她)(?:就|才)?(?:是|系)(?:网站)?负责人(?!的|本人)|我不是(?:网站)?负责人|帮(?:我|我们)?(?:家)?(?:${OTHER}|老板|客户|领导|公司)(?:弄|办|备案|做|搞)`,
);
const NOT_HEAD = /(我|^)不是(网站)?负责人$|我(只|就)?(是|系)做网站的/;
/** Denied: nobody else was there. */
const NOBODY_ELSE =
  /(不是|没有?|又不是|并不是|没让|没找|没叫)(别人|他人|其他人|代刷|替刷|找人|让人|让别人|找别人|叫别人|换人)/;
const RHETORICAL =
  /(难道|怎么可能|怎么会|咋会|咋可能|还能|又)(还)?(不是|非)(我|他|她)?(本人|自己|我)|(明明|分明)(就)?(是|系)(我|本人|他本人|负责人|[啊呀]?$)/;

const SELF = '(?:本人|自己|自个儿?|本尊|亲自|亲身)';
/** The one at the camera is the head of the site. */
const SELVES: readonly RegExp[] = [
  new RegExp(
    `(?<![不没])(?:是|系|为|都|就|也|的确|确实)(?:我|他|她|网站负责人|负责人|俺|咱)*(?:的)?${SELF}(?=$|[啊呀的了呢哈嘛吧没刷操在弄做来核验认也光还都]|在此|在场|为什么|怎么|咋|凭)`,
  ),
  new RegExp(
    `(?<![跟和与像对给找让叫需要须得等请非日])(?:${SELF})(?:来|去|在|亲自|已经?|又|都|也|对着|拿着|用手机){0,3}(?:[^,不没别证照]{0,7})(?:刷|唰|${SWIPE}|弄脸|照脸|眨眼|来[的了]|上[的了])(?!不了)`,
  ),
  /^(?:嗯|对|是的?|当然|yes|肯定|确实|没错|就|我|他|她|负责人|网站负责人)*(?:本人|我自己|自己|本尊)[啊呀的了哈嘛]*$/,
  /负责人本人(?=$|在此|在场|在刷|[啊呀])/,
  /^(对|嗯|当然|肯定|绝对|确实|真的?|就|都|也|可|的确|是的|没错|刷的|脸)*((是|系)(我|俺))+[啊呀的了哈嘛]*$|(^(对|嗯|就)*|(刷|核验|操作|在刷)的?(那个)?(人)?(就|也|都)?)(是|系)[^不,]{0,10}网站负责人(本人)?[啊呀的]*$|刷的?人(就|也)?是[^不,]{0,10}负责人$|(都|就|刷的|脸|(?<!负责)人|不过)(是|系)(我|俺)(自己|本人)?[啊呀的了哈嘛]*$|本人亲[测试]|亲自(刷|操作|做|核验|弄|来|上)|(?<![不没让叫等跟和替帮是主体位办])网站负责人(来|去)?刷脸?[了的]/,
  /(?<!认|认出|识别|识别出)(我|自己|本人|网站负责人|负责人)的脸(?!部)(?!(过|不|上|在|没|总|老|一直|都|怎|刷))|\b(it'?s|its|it is|i am|me) (me|myself|my own)\b|\bmyself\b/,
];
/** Says it of another role than the one that counts. */
const OTHER_ROLE = /(法人|法定代表人|法人代表|主体负责人|主办单位负责人)(自己|本人|亲自)/;
/** 两个负责人都是我自己 tells who holds a role, not who is at the camera. */
const HOLDS = new RegExp(`^(?!.*(?:刷|唰|${SWIPE}|脸)).*(?:两个|主体|法人|管网站)`);
const OF_NOBODY =
  /必须|一定(要|得|是|非)|需要?|(?<!只)要(求|本人|他|是|不是)|非得|只能|应该|得(要|是|本人|他)|规定|才(行|能|可以)|不知道|不确定|不清楚|(提示|显示|系统|页面|app|说|话|讲)[^,]{0,6}(不是|非)|有没有|服务|教我|骗|哪里|就?能(做|刷|核验)|能不能|可以.{0,20}(吗|不)|怎么?样|会怎|打算|准备|想(让|找|叫|请)|明天|后天|改天|等[^,]{0,8}(回|来|到)|让他(自己|本人)|(怎么|咋|如何)(刷|核验|弄|办|做)/;
const IS_HEAD =
  /(?<!不|如果|假如|要是)(我|俺|本人)(就|也|才)?(是|系)(备案的?|备案里的?|这个)?(网站)?(的)?负责人(?!的(秘书|同事|助理|朋友))|网站负责人(就|也|写的|填的)*(是|系)(我|俺)(?=$|[啊呀的,本自])/;

/** A message of this length is an answer to who is at the camera. */
const SHORT = 14;

/**
 * Whether the one at the camera is the head of the site in person; undefined
 * where a message does not say so, or asks. What is said of today stands over
 * what was yesterday, the later over the earlier.
 */
export function inPersonIn(normalised: string): boolean | undefined {
  const clauses = clausesIn(normalised);
  if (clauses.at(-1)?.asks && ASKS_LEAVE.test(clauses.at(-1)?.text ?? '')) return undefined;
  const compared = doerIsHead(clauses);
  if (compared !== undefined) return compared;
  const isHead = clauses.some((clause) => !clause.asks && !clause.supposes && IS_HEAD.test(clause.text));
  const absent = !isHead && clauses.some(({ text }) => ABSENT.test(text) || IS_OTHER.test(text));
  let present: boolean | undefined;
  let former: boolean | undefined;
  for (const clause of clauses) {
    const now = clauseSays(clause, absent);
    if (present === false && !absent && /^我(自己)?(刷|扫|试)/.test(clause.text)) present = undefined;
    if (now === undefined) continue;
    if (FORMER.test(clause.text)) former = now;
    else present = now;
  }
  const notHead = clauses.some((clause) => !clause.asks && !clause.supposes && NOT_HEAD.test(clause.text));
  const open = clauses.some(({ text, asks, supposes }) => (asks || supposes) && BY_ANOTHER.test(text));
  const head =
    isHead &&
    !open &&
    !/[没未](刷|做|开始|弄)/.test(normalised) &&
    (normalised.length <= SHORT || /刷|脸|核验|验证|认证/.test(normalised));
  return present ?? former ?? (head || (notHead ? false : undefined));
}

/** 我替他刷,可以吗: the question is about what was only proposed. */
const ASKS_LEAVE = /^(这样|这)?(可以|行|能|得|中)(不(可以|行)?|吗|么|嘛)/;

/** 能让财务刷吗, 如果是法人刷的: who it was is not told. */
const BY_ANOTHER = new RegExp(
  `(?:[让叫找请换替代帮是]|可以)[^,]{1,6}${SWIPE}|(?!我|俺|咱)${WHO}[来去替帮代我]{0,3}${SWIPE}`,
);

function clauseSays(clause: Clause, absent: boolean): boolean | undefined {
  const { text, asks, supposes } = clause;
  if (RHETORICAL.test(text)) return true;
  if (asks || supposes || OF_NOBODY.test(text)) return undefined;
  if (NOBODY_ELSE.test(text)) return true;
  const self = !HOLDS.test(text) && SELVES.some((pattern) => pattern.test(text)) && !OTHER_ROLE.test(text);
  if (absent && STANDS_IN.test(text) && !/本人(?!没|不|在)/.test(text)) return false;
  const helped = /我自[己个].{0,8}(刷|看|对着)/.test(text);
  if (!helped && OTHERS.some((pattern) => pattern.test(text))) return false;
  return self || undefined;
}
