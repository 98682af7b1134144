import { clausesIn } from './clauses.ts';
import { rolesNamedIn } from './role-words.ts';

const BOTH = /两个?负责人|俩负责人|2个负责人|主体.{0,12}网站|网站.{0,12}主体|主办.{0,14}网站|网站.{0,14}主办/;
const SAME =
  /(?<!不)是?(同一个?人?|一个人(?!一起)|一人|同一位|一样的?|相同|一致)(?!起)|一个人(兼|当|做)|兼(任|着)?(两个|了)?|(两个|两|俩|负责人|网站|全)(都|全|也){1,2}(是|系|写的?|填的?)[^不两]{1,8}$|(都|全)是(我|他|她|老板|法人)(自己|本人|一个人)?[啊呀]|^(就|只有)?(我|老板|他)(一个人|自己一个)$/;
const DIFFERENT =
  /不(是|系|为)?(同一?个?人?|一个人?|一样|相同|一致)|两个(不同|不一样)?的?人|不同的?人|分开的?|各是各|(两个|俩)人$|分别是/;
/** An answer to the question, of which nothing else is the matter. */
const ANSWER = /^[嗯对哦啊就都其实他们她不是系我老板的只有一个人同样相两俩全也法自己本分开兼呀了吧呢哈]+$/;
const OPEN =
  /(必须|可以|可否|能|要|得|应该|需要|最好|要不要|能不能|是不是|可不可以|是否|行不行|还是)[^,]{0,10}(是|写|填|一样|同|一个|两个)|怎么|区别|有(啥|什么)|吗$/;
const OPEN_BEHIND = /(可以|行|能行|好|对|中)(吗|么|不)/;
const HEAD_IS =
  /(?:主体|主办单位|主办)(?:的)?(?:负责人)?(?:就|写的?|填的?|也|那边)*(?:是|写|填|系)(?<who>[^,网主]{1,5})/;
const SITE_IS = /网站(?:的)?(?:负责人)?(?:就|写的?|填的?|也|那边)*(?:是|写|填|系)(?<who>[^,网主]{1,5})/;

const NOT_NAMED = /(?<!本人|自己|一个人?|[啊呀的吧])(本人|自己|一个人?|[啊呀的吧])+$/;
const ONE_AND_ONE = /一个(是|写|填)[^,]{1,8},?(另)?一个(是|写|填)/;

/** Whether 主体负责人 and 网站负责人 are said to be one person; undefined where a normalised message does not say or asks. */
export function sameHeadIn(normalised: string): boolean | undefined {
  const named = rolesNamedIn(normalised);
  const both = BOTH.test(normalised) || /^两个/.test(normalised);
  if (!both && named.length > 0) return undefined;
  const clauses = clausesIn(normalised);
  if (ONE_AND_ONE.test(normalised)) return clauses.some((clause) => clause.asks) ? undefined : false;
  if (clauses.some((clause) => clause.supposes)) return undefined;
  const apart = both ? saidApart(normalised) : undefined;
  if (apart !== undefined) return clauses.some((clause) => clause.asks) ? undefined : apart;
  for (const { text, asks } of clauses) {
    if (asks || OPEN.test(text) || OPEN_BEHIND.test(text)) continue;
    if (!BOTH.test(text) && !ANSWER.test(text) && !/^两个/.test(text)) continue;
    if (DIFFERENT.test(text)) return false;
    if (SAME.test(text)) return true;
  }
  return undefined;
}

/** 主体是老板,网站是我: whether the two have one name. */
function saidApart(normalised: string): boolean | undefined {
  const head = HEAD_IS.exec(normalised)?.groups?.who;
  const site = SITE_IS.exec(normalised)?.groups?.who;
  if (!head || !site || /谁|哪|什么|一个|一样|同/.test(head + site)) return undefined;
  return named(head) === named(site);
}

const named = (who: string): string => who.replace(/^[的了]/, '').replace(NOT_NAMED, '');
