import type { Clause } from './clauses.ts';
import { ANYONE, HEAD, type Person, personOf, samePerson, WHO } from './who.ts';

/** Told of an earlier time. */
export const FORMER = /昨[天晚日]|前[天面]|之前|以前|上次|上回|原来|先前|开始|起初|第一次|刚开始/;

const FACE = '(?:刷|唰|涮|扫|拍|核验|验证|认证|识别|操作|露脸|出镜|上镜)';
const ALSO = '[就也都又才还其实确实一直刚先后来]{0,4}';
/** What may stand between who did it and the deed. */
const BETWEEN = `(?:亲自|刚才|刚刚|今天|昨天|上次|已经|[刚先又也都就来去在给]|帮忙|代为|[帮替代](?:${WHO}|忙|一下)?|代替${WHO}|拿着?手机|对着(?:手机|镜头|屏幕)?|用手机){0,4}`;
const DID = `(?:${FACE}|弄(?=[的了])|做(?=[的了]|人脸|认证|核验|脸)|[上出露]的?[镜脸]|试(?=[的了]))`;
const TOLD = '(?=(?:脸|人脸|认证|核验|识别)?(?:[的了过没不还都也老总好几两三四五六七八九十\\d又就,]|失败|一直|$))';

/** Who was at the camera. */
const DOERS: readonly RegExp[] = [
  new RegExp(`(?<who>${ANYONE})${BETWEEN}${DID}${TOLD}`, 'g'),
  new RegExp(
    `(?:${FACE}|做|弄|镜头前|出现)(?:脸|人脸|认证|核验)?的?(?:那个|那位)?(?:人|脸)?${ALSO}(?<not>不|并不)?(?:是|系)(?<who>${ANYONE})(?!填|写|登记)`,
    'g',
  ),
  new RegExp(
    `(?:用|拿|对着?|怼着|刷|扫|拍|照)[的了着]?${ALSO}(?<not>不)?(?:是|系)?(?<who>${ANYONE})的(?:这张|那张|大)?脸(?!部)`,
    'g',
  ),
];
const NOT_DONE =
  /(想|要|准备|打算|能|可以|可否|会|该|等|明天|后天|需|得|没有?|未|别|不|只许|才能?|怎么|看)[让叫找请喊派由给换是]{0,2}$/;
const DENIED = /不[是系]$/;

const WRITTEN = '[那这个一栏里上名字写填登记备案报的挂留用了成就也都才又还其实确实当初改换选是系为]';
/** Who the head of the site is. */
const HEADS: readonly RegExp[] = [
  new RegExp(
    `${HEAD}(?<how>${WRITTEN}{0,9}?)(?<not>不是|不系|并不是)?(?<who>${WHO})(?!填|写|登记|来|要|选|让|帮|负责)`,
    'g',
  ),
  new RegExp(
    `(?<who>${WHO})(?:[就也都又才既还]|同时|确实|其实|并){0,4}(?<not>不)?(?:是|系|当|担任|作为)(?:备案|登记|这个|该|我们|公司|[上里中填写的]){0,5}(?:网站的?|站点)?负责人(?!的?(?:秘书|助理|同事|朋友|老婆|老公|家|委托|证|身份|手机)|让|叫|吗|么)`,
    'g',
  ),
  new RegExp(
    `(?:备案|资料|页面|系统|上面|里面)[上里面中填写的登记]{0,4}(?<how>写|填|登记|报|挂|留)[的了]?${ALSO}(?<not>不)?(?:是|系)(?<who>${WHO})`,
    'g',
  ),
];
const COPULA = /[是系为写填登报挂留换改当]/;
const NOT_BUT = new RegExp(`^(?:,|而|可|并)?不[是系](?<who>${WHO})`);
const BUT = new RegExp(`^(?:,|而)?[是系](?<who>${WHO})`);

const DOER_WORD = `(?:刷|扫|核验|操作)(?:脸|人脸)?(?:的|者)(?:那个|这个)?人?`;
const ONE =
  '(?<same>[就也都其实]{0,2}是(?:同一?个?人|一个人|同一位)|[就都]?一样|一致)|(?:不是|并非)(?:同?一?个?人|同一位)|不一样|不同|不一致|是(?:两|俩|2)个?(?:不同的)?人|是两码事';
const TOGETHER = new RegExp(
  `${DOER_WORD}[和跟与同、]{1,2}(?:备案的?)?${HEAD}(?:${ONE})|${HEAD}[和跟与同、]{1,2}${DOER_WORD}(?:${ONE.replace('<same>', '<alike>')})`,
);

const ROLE = '(?:法人代表|法定代表人|法人|老板|老总|主体负责人|财务|会计|行政|运营|技术|主管|经理|秘书|助理)';
/** 我就是法人, 法人是我: one person by two words. */
const ALIAS = new RegExp(
  `(?<one>${WHO})[就也都同时]{0,3}[是系](?:公司|单位|我们)?的?(?<other>${ROLE}|我)(?![的娘家们刷唰]|同事|老)`,
  'g',
);
const MENTION = new RegExp(WHO, 'g');

interface Told {
  readonly who: Person;
  readonly is: boolean;
  readonly former: boolean;
}

/** Whether who was at the camera is the head of the site; undefined where the clauses do not tell both. */
export function doerIsHead(clauses: readonly Clause[]): boolean | undefined {
  const doers: Told[] = [];
  const heads: Told[] = [];
  const aliases: (readonly [Person, Person])[] = [];
  let before = '';
  for (const { text, asks, supposes } of clauses) {
    if (!asks && !supposes) {
      const together = TOGETHER.exec(text)?.groups;
      if (together) return Boolean(together.same ?? together.alike);
      doers.push(...doersIn(text, before));
      heads.push(...headsIn(text, before));
      for (const { groups } of text.matchAll(ALIAS))
        aliases.push([personOf(groups?.one ?? ''), personOf(groups?.other ?? '')]);
    }
    before += `${text},`;
  }
  const same = (one: Person, other: Person): boolean | undefined =>
    aliases.some(([a, b]) => (samePerson(a, one) && samePerson(b, other)) || (samePerson(a, other) && samePerson(b, one)))
      ? true
      : samePerson(one, other);
  return compared(doers, heads, same);
}

function compared(
  doers: readonly Told[],
  heads: readonly Told[],
  same: (one: Person, other: Person) => boolean | undefined,
): boolean | undefined {
  const lately = doers.some(({ former, is }) => !former && is) ? doers.filter(({ former }) => !former) : doers;
  const doer = lately.findLast(({ is }) => is)?.who;
  const head = heads.findLast(({ is }) => is)?.who;
  if (heads.length === 0) return undefined;
  if (doer?.kin === '本人') return true;
  if (doer && heads.some(({ is, who }) => !is && same(who, doer))) return false;
  if (doer && head) return same(doer, head);
  if (head && doers.some(({ is, who }) => !is && same(who, head))) return false;
  return undefined;
}

function doersIn(text: string, before: string): readonly Told[] {
  return DOERS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((one, other) => one.index - other.index)
    .flatMap((match) => {
      const lead = text.slice(Math.max(0, match.index - 6), match.index);
      const denied = DENIED.test(lead) || match.groups?.not !== undefined;
      if (!denied && NOT_DONE.test(lead)) return [];
      const since = text.slice(Math.max(0, match.index - 8), match.index + match[0].length);
      const who = whoIn(match, before + text.slice(0, match.index));
      return [{ who, is: !denied, former: FORMER.test(since) }];
    });
}

function headsIn(text: string, before: string): readonly Told[] {
  return HEADS.flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((one, other) => one.index - other.index)
    .flatMap((match) => {
      const { how, not, who = '' } = match.groups ?? {};
      if (how !== undefined && !not && !COPULA.test(how) && who !== '另有其人') return [];
      const told = { who: whoIn(match, before + text.slice(0, match.index)), is: not === undefined, former: false };
      const end = match.index + match[0].length;
      const turn = (told.is ? NOT_BUT : BUT).exec(text.slice(end, end + 12));
      if (!turn) return [told];
      return [told, { ...told, who: whoIn(turn, before + text.slice(0, end)), is: !told.is }];
    });
}

/** The one a match names; 他 is who was named last before. */
function whoIn(match: RegExpExecArray, before: string): Person {
  const who = personOf(match.groups?.who ?? '');
  if (who.kin !== '他') return who;
  const named = [...before.slice(-120).matchAll(MENTION)].map(([said]) => personOf(said));
  return named.findLast(({ kin }) => kin !== '我' && kin !== '他' && kin !== '别人') ?? who;
}
