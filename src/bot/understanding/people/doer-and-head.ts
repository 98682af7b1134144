import type { Clause } from './clauses.ts';
import { doersIn } from './doers.ts';
import { headsIn } from './heads.ts';
import { ANYONE, HEAD, type Person, personOf, samePerson, type Told, WHO } from './who.ts';

const DOER_WORD = `(?:(?:刷|扫|核验|操作)(?:脸|人脸)?(?:的|者)(?:那个|这个)?人?|刷脸)`;
const ONE =
  '(?<same>[就也都其实]{0,2}是(?:同一?个?人|一个人|同一位)|[就都]?一样|一致|都是(?:我|他|她|老板)(?:一个人)?)|(?:不是|并非)(?:同?一?个?人|同一位)|不一样|不同|不一致|对不上|是(?:两|俩|2)个?(?:不同的)?人|是两码事';
const TOGETHER = new RegExp(
  `${DOER_WORD}[和跟与同、]{1,2}(?:备案|填|写)?的?${HEAD}(?:${ONE})|${HEAD}[和跟与同、]{1,2}${DOER_WORD}(?:${ONE.replace('<same>', '<alike>')})`,
);

const ROLE = '(?:法人代表|法定代表人|法人|老板|老总|主体负责人|财务|会计|行政|运营|技术|主管|经理|秘书|助理)';
/** 我就是法人, 法人是我: one person by two words. */
const ALIAS = new RegExp(
  `(?<one>${WHO})[就也都既又同时]{0,3}[是系](?:公司|单位|我们)?的?(?<other>${ROLE}|我)(?![的娘家们刷唰]|同事|老)`,
  'g',
);
const FIELD = new RegExp(`^(?:${HEAD}|${DOER_WORD}|刷脸|核验)$`);
/** Who was at the camera is told in no more than so many. */
const CLAUSES = 40;
const ONLY_WHO = new RegExp(`^(?:本人)?${ANYONE}$`);

/** Whether who was at the camera is the head of the site; undefined where the clauses do not tell both. */
export function doerIsHead(clauses: readonly Clause[]): boolean | undefined {
  const doers: Told[] = [];
  const heads: Told[] = [];
  const aliases: (readonly [Person, Person])[] = [];
  let before = '';
  for (const { text, asks, supposes } of withTables(clauses.slice(-CLAUSES))) {
    if (!asks && !supposes) {
      const together = TOGETHER.exec(text)?.groups;
      if (together) return Boolean(together.same ?? together.alike);
      doers.push(...doersIn(text, before));
      heads.push(...headsIn(text, before));
      for (const { groups } of text.matchAll(ALIAS))
        aliases.push([personOf(groups?.one ?? ''), personOf(groups?.other ?? '')]);
    }
    before = `${before}${text},`.slice(-80);
  }
  const same = (one: Person, other: Person): boolean | undefined =>
    aliases.some(
      ([a, b]) => (samePerson(a, one) && samePerson(b, other)) || (samePerson(a, other) && samePerson(b, one)),
    )
      ? true
      : samePerson(one, other);
  return compared(doers, heads, same);
}

/** 网站负责人:王芳 is cut at the colon. */
function withTables(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.map((clause, at) => {
    const before = clauses[at - 1]?.text ?? '';
    return FIELD.test(before) && ONLY_WHO.test(clause.text) ? { ...clause, text: `${before}是${clause.text}` } : clause;
  });
}

function compared(
  doers: readonly Told[],
  heads: readonly Told[],
  same: (one: Person, other: Person) => boolean | undefined,
): boolean | undefined {
  const lately = doers.some(({ former, is }) => !former && is) ? doers.filter(({ former }) => !former) : doers;
  const doer = lately.findLast(({ is }) => is)?.who;
  const head = heads.findLast(({ is }) => is)?.who;
  if (doers.some(({ is, who }) => !is && who.kin === '本人')) return false;
  if (heads.length === 0) return undefined;
  if (doer?.kin === '本人') return true;
  if (doer && heads.some(({ is, who }) => !is && same(who, doer))) return false;
  if (doer && head) return same(doer, head);
  if (head && doers.some(({ is, who }) => !is && same(who, head))) return false;
  return undefined;
}
