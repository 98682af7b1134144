import type { Cue } from './cues-before.ts';
import type { Standing } from './standing.ts';

const NEAR = '(?:上|里|城里|[这那][边儿里家个]|当地|本地)?的?';
const FIRMS =
  '公司|专卖店|加盟店|旗舰店|企业|单位|工厂|厂|店|铺|工作室|个体|门店|网店|民宿|酒店|餐厅|饭店|宾馆|幼儿园|学校|医院|律所|事务所|合作社|协会|机构|政府|商行|作坊|主体|company|firm|business|gongsi';
const BRANCH = '分公司|分店|分部|分厂|分校区?|校区|分所|办事处|子公司|分支';

/** 武汉[是我]住的地方: what the place is to whom. */
const IS_OURS = '(?:那|这)?[边里儿]?(?:只|就|才|也)?是(?:我们?|咱们?|公司|自己|本人|现在|目前|平时|实际|的)*';
const IS_THEIRS =
  '(?:那|这)?[边里儿]?(?:只|就|才|也)?是(?:[他她]们?|法人|老板|负责人|股东|会计|老婆|老公|[爸妈]{1,2}|朋友|客户)的?';

/** Words right after a place and what they say of it; the first that fits counts. */
const CUES: readonly (readonly [Standing, RegExp])[] = [
  ['files', /^那?(?:边|个|家)?的?(?:执照|公司)?为准/u],
  ['third', new RegExp(`^${IS_THEIRS}`, 'u')],
  ['home', new RegExp(`^${IS_OURS}(?:老家|家乡|籍贯|户口|户籍|祖籍|出生|身份证)`, 'u')],
  ['here', new RegExp(`^${IS_OURS}(?:居?住|[待呆]|生活|上班|工作|上学|读书|出差|旅游)`, 'u')],
  ['office', new RegExp(`^${IS_OURS}(?:办公|经营)`, 'u')],
  ['head', new RegExp(`^${IS_OURS}(?:总部|总公司|母公司|集团)`, 'u')],
  ['never', new RegExp(`^${IS_OURS}(?:服务器|机房|节点|收货|发货)`, 'u')],
  ['licensed', new RegExp(`^${IS_OURS}(?:注册|登记|执照)`, 'u')],
  [
    'files',
    new RegExp(
      `^${NEAR}(?:总公司|总部|${BRANCH}|公司)(?:的?(?:名义|主体|执照))?[来去]?(?:做|办)?备案(?!的?(?:负责人|资料|材料))`,
      'u',
    ),
  ],
  ['firm', /^(?:老家|本地)?(?:开|办|成立|创办|创业|经营)(?!会|车|庭|票|证明|不|始|通|户|具|理|公)/u],
  [
    'home',
    /^(?:本地)?(?:籍(?!的?(?:企业|公司|商家))|户口|户籍|老家|的?身份证|老乡|人(?!脸|工|员|社|民|名|像|事|数|力|口|证|为|均|才|多|少|也|都))/u,
  ],
  [
    'from',
    new RegExp(`^${NEAR}(?:公司|执照|注册地)?(?:迁|搬|转|变更|挪|改|换)(?:移|址)?(?:到|至|往|去|入|过|成|来|出)`, 'u'),
  ],
  ['branch', new RegExp(`^${NEAR}(?:${BRANCH}|\\s?branch)`, 'u')],
  [
    'hasBranch',
    new RegExp(`^(?:那边|这边|也|都|还|就|只)*(?:有|开了?|设了?|设有|成立了?)(?:一?[个家间]|两家)?(?:${BRANCH})`, 'u'),
  ],
  ['head', new RegExp(`^${NEAR}(?:总部|总公司|母公司|集团总部|总店|\\s?(?:headquarter|head office|hq))`, 'u')],
  ['third', /^的?(?:同事|员工|朋友|亲戚|同学|会计|代理商?|供应商|父母|爸妈|[^,。!?;]{0,6}(?:做|的)外包)/u],
  ['number', /^icp/u],
  [
    'files',
    new RegExp(
      `^${NEAR}(?:[去来做办要想能]|需要)?(?:备案(?!的?(?:负责人|资料|材料))|报备|通信管理局|通?管局|主办单位)`,
      'u',
    ),
  ],
  ['client', /^的?客户/u],
  [
    'licensed',
    new RegExp(`^${NEAR}[去来]?(?:[领办拿发]的?|新)?(?:注册|登记|工商|市监|市场监|营业执照|执照|住所|\\s?regist)`, 'u'),
  ],
  [
    'firm',
    new RegExp(
      `^${NEAR}(?:一[家个]|[个家某小新老]|这[家个]|那[家个])*\\s?(?:(?:${FIRMS})(?!的(?:产品|货|软件|系统|服务))|网站|de gongsi)`,
      'u',
    ),
  ],
  ['firm', /^的[^,。!?;的在是]{1,8}?(?:公司|厂|店|企业|合作社)/u],
  ['person', /^的?(?:法人|法定代表人|老板|负责人|股东)/u],
  ['trip', /^(?:出差|旅游|旅行|度假|玩(?!具)|过年|过冬|探亲|看病|开会|参展|培训|学习|休假|住院|坐月子|路过)/u],
  ['here', /^(?:北漂|漂着?|打工人|务工|上班|工作|打工|居住|住|生活|带娃)/u],
  ['never', /^(?:读书|上学|念书|读大学|留学|发货|毕业|买的)/u],
  [
    'named',
    /^\)?[^,。!?;:、\s的在是()]{1,16}?(?:有限责任公司|有限公司|股份公司|集团|公司|事务所|合作社|工作室|经营部|厂|商行)/u,
  ],
  ['focus', /^(?:那[家边个]|这[家边个]|的)?(?:公司)?呢$/u],
];
/** The words belong to the place that follows: 湖南[公司在]广西. */
const NEXTS = /(?:在|是|到|于|:|为|选)$/u;
const KEPT: ReadonlySet<Standing> = new Set(['home', 'from', 'trip', 'third', 'never', 'here', 'branch']);

/** A word that says of the next place what another said of this one: 法人广州[公司]海口. */
const BARE = /^(?:公司|企业|单位|主体|执照|营业执照|注册地?|备案|店|厂)$/u;

interface Run {
  /** The words run up to another place. */
  readonly leads: boolean;
  /** The place comes after 是. */
  readonly linked: boolean;
  /** The words before the place say something of it. */
  readonly told: boolean;
}

/** What the words after a place say of it. */
export function cueAfter(after: string, { leads, linked, told }: Run): Cue | undefined {
  const ending = NEXTS.test(after) && after.length < 12 && (!after.startsWith('的') || linked);
  const nexts = leads && (ending || (told && BARE.test(after)));
  for (const [standing, pattern] of CUES) {
    const words = pattern.exec(after)?.[0];
    if (words !== undefined && !(nexts && !KEPT.has(standing))) return { standing, words: words.trim() };
  }
  return undefined;
}

/** Whether a word between two places speaks of the one before it: 帝都[公司]魔都老板. */
export function claims(after: string, leads: boolean, told: boolean): boolean {
  return leads && !told && BARE.test(after);
}
