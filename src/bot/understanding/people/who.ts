/** One of whom a message speaks. */
export interface Person {
  /** What they are to the writer: 我, 他, 老板, 同事; 本人 for the head of the site, whoever that is. */
  readonly kin?: string;
  readonly name?: string;
}

/** Of what a clause says of persons only so much, its last, is heard: nobody tells more. */
export const LAST = 8;

/** What a clause tells of one person's part. */
export interface Told {
  readonly who: Person;
  /** False for 不是他. */
  readonly is: boolean;
  /** Told of an earlier time. */
  readonly former: boolean;
}

const KIN =
  '总经理|董事长|主任|[局校院所科处部厂店站队组]长|书记|副总|老师|双胞胎(?:兄弟|姐妹)|亲?兄弟|运维|双胞胎(?:[哥弟姐妹]{1,2})?|小姑娘|小伙子?|同事|老板娘?|老总|老大|boss|领导|上司|主管|总监|经理|法定代表人|法人代表|法人|法代|股东|合伙人|主体负责人|主办单位负责人|单位负责人|老婆|媳妇|太太|妻子|老公|丈夫|先生|爱人|对象|男朋友|女朋友|男友|女友|儿子|儿媳|女儿|闺女|女婿|孩子|小孩|老爸|爸爸|爸妈|老爷子|爸|老妈|妈妈|妈|娘|父亲|母亲|爷爷|奶奶|弟弟|哥哥|哥们|姐姐|妹妹|舅舅|叔叔|姑姑|[表堂亲大小二三]?(?:姐夫|妹夫|弟妹|哥|弟|姐|妹|舅|叔|姑|姨|嫂子|嫂|伯|爷)|发小|闺蜜|侄子|外甥|亲戚|家人|家里人|家属|朋友|室友|舍友|同学|邻居|员工|下属|手下|徒弟|师傅|师父|秘书|助理|行政|前台|财务|会计|文员|出纳|人事|hr|实习生|技术员?|网管|运营|程序员|开发|销售|业务员|经办人?|代办|中介|代理|外包|客户|甲方|股东';
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜夏钟汪田姜范石姚谭廖邹熊陆郝孔崔康毛邱秦江顾侯邵孟龙雷汤尹黎贺赖龚';
const RARE = '于高何金白方任史文万武乔安易';
const TITLE = '总|董|哥|姐|工|叔|姨|经理|老师|主任|会计|主管|秘书|先生|女士|师傅|局|处长|科长|部长';
const LEFT = '(?<=^|[,、是由让叫找请喊派换给的了和跟替帮代用拿:])';
const RIGHT = '(?=[,刷唰扫做弄是就也才自本亲来去在替帮代没不的和跟]|$)';
const NICK = `[小老阿大][${SURNAMES}${RARE}]|[${SURNAMES}${RARE}](?:${TITLE})`;
const NAME = `${NICK}|${LEFT}(?:[${SURNAMES}]|欧阳|上官|司马|诸葛)(?:某某?|(?![是刷的就也])[一-龥](?:(?![是刷的就也自本亲来在替帮代没不])[一-龥])??)${RIGHT}|(?<=^|[,是由让叫找请])(?!app|ip|ios|wi|vivo|oppo|ok|pc|hr|boss)[a-z]{2,8}(?=[刷是,就也]|$)`;
const OWNER = '(?:我们?|俺们?|咱们?|他们?|她们?|人家|公司|单位|店里?|家里?|部门|办公室|隔壁)';
const ANOTHER =
  '另有其人|另外?(?:的|有)?(?:一|那)?[个位]?(?:人|同事|(?=$|[,的]))|别的?人|其他的?人|他人|旁人|不同的人|外人|别的同事';
const CALLED = '(?:小哥哥?|小姐姐|小妹|大姐|大哥|小伙子?|姑娘|那边|部门)';
const SELF = '(?:自己|自个儿?|本人|本尊)';
const ME = '我|俺|咱|鄙人|在下|本座';

/** The head of the site by that word. */
export const HEAD = '(?<!主体的?|主办的?|单位的?)(?:网站的?|站点)?负责人';

/** A person, as the source of a pattern; neither 本人 nor the head of the site. */
export const WHO = `(?:${ANOTHER}|(?:${OWNER}{0,2}的?(?:一个|那个|新来的)?(?:${KIN})(?:${NICK}|${CALLED})?|${NAME}|(?:${ME})(?!们)|他|她|人家|对方)${SELF}?)`;
/** Likewise, or the head by word. */
export const ANYONE = `(?:${WHO}|(?:(?:备案|登记|资料|上面)[上里中]?[填写]?的?)?(?:那个|那位|这个)?${HEAD}${SELF}?|(?:本人|本尊))`;

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^(老总|boss|领导|老大|上司)$/, '老板'],
  [/^(法定代表人|法人代表|法代)$/, '法人'],
  [/^(主办)?单位负责人$/, '主体负责人'],
  [/^(媳妇|太太|妻子)$/, '老婆'],
  [/^(丈夫|先生)$/, '老公'],
  [/^(老爸|爸爸|父亲)$/, '爸'],
  [/^(老妈|妈妈|母亲|娘)$/, '妈'],
  [/^(闺女)$/, '女儿'],
  [/^(技术员)$/, '技术'],
];
const IS_KIN = new RegExp(`^${OWNER}{0,2}的?(?:一个|那个|新来的)?(?<kin>${KIN})(?:(?<name>${NICK})|${CALLED})?$`);

const IS_ANOTHER = new RegExp(`^(?:${ANOTHER})$`);
const IS_ME = new RegExp(`^(?:${ME})$`);
const IS_NICK = new RegExp(`^(?:${NICK})$`);
const SELF_BEHIND = new RegExp(`(?<=.)${SELF}$`);

/** The person that `said` (matched by ANYONE) means. */
export function personOf(said: string): Person {
  if (IS_ANOTHER.test(said)) return { kin: '别人' };
  const bare = said.replace(SELF_BEHIND, '');
  if (/负责人$/.test(bare) && !/主体|主办|单位/.test(bare)) return { kin: '本人' };
  if (/^(本人|本尊)$/.test(bare)) return { kin: '本人' };
  if (IS_ME.test(bare)) return { kin: '我' };
  if (/^(他|她|人家|对方)$/.test(bare)) return { kin: '他' };
  const { kin, name } = IS_KIN.exec(bare)?.groups ?? {};
  if (!kin) return { name: bare };
  return { kin: ALIKE.find(([words]) => words.test(kin))?.[1] ?? kin, ...(name && { name }) };
}

/** Whether two are one; undefined where a message may well call one person by both. */
export function samePerson(one: Person, other: Person): boolean | undefined {
  if (one.kin === '别人' || other.kin === '别人') return one.kin === other.kin ? undefined : false;
  if (one.name && other.name) return sameName(one.name, other.name);
  return one.kin !== undefined && one.kin === other.kin;
}

/** 小李 may be 李明 or 李总. */
function sameName(one: string, other: string): boolean | undefined {
  if (one === other) return true;
  const family = (name: string): string => name.replace(/^[小老阿大]/, '').charAt(0);
  const short = [one, other].some((name) => IS_NICK.test(name));
  return short && family(one) === family(other) ? undefined : false;
}

const MENTION = new RegExp(WHO, 'g');

/** The one a match names; 他 is who was named last before. */
export function whoIn(match: RegExpExecArray, before: string): Person {
  const who = personOf(match.groups?.who ?? '');
  if (who.kin !== '他') return who;
  const named = [...before.slice(-80).matchAll(MENTION)].map(([said]) => personOf(said));
  return named.findLast(({ kin }) => kin !== '我' && kin !== '他' && kin !== '别人') ?? who;
}
