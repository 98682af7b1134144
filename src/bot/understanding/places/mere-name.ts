import type { Mention } from './mention.ts';
import { isPersonName } from './person-name.ts';

/** A mention, and what it is: a place, part of a name, or a school, with all that belongs to it. */
export interface Piece extends Mention {
  readonly is: 'place' | 'name' | 'school';
}

type ReadName = (text: string, mention: Mention, around: Around) => Piece;

interface Around {
  readonly previous: Piece | undefined;
  /** Where the next mention begins; the text's end where there is none. */
  readonly next: number;
}

const STREET =
  /^[东西南北中门]?[一二三四五六七八九十]?(?:大路|大街|大道|路(?!桥|由|过|演|径|透|易|途|况)|街|巷|胡同|高架|立交|道(?=\d|上|的|那边|$|,)| (?:road|rd|street|avenue)\b)/u;
const DIVISION = /^.{2,}(?:省|市|县|区|州|盟|旗|镇|乡)$/u;
const SUFFIX = /^(?:省(?!钱|事|略|心|得|都)|市(?!场|监|值|面|民)区?|县(?!政)|地区|境内|自治区|特区|province|city)/u;
const STYLE = /^(?:话(?!费|题|务|说)|语(?!音|言|句|文)|腔|菜(?!单|市|鸟|场|刀)|味|牌(?=子|手|的|香))/u;
const SCHOOL =
  /^[^,。!?;:、\s的在是和与去读考上我你他公司注备]{0,8}?(?:理工|师范|师大|工大|财大)?(?:大学(?!城|生)|学院|师大|理工|工大|财大|党校|研究生院|外国语学校)/u;
const BUILDING = /^(?:饭店|宾馆|大厦|广场|大酒店|会馆|公园|新村|花园|小区)/u;
/** 老北京布鞋, 大上海ktv, 开新疆餐厅: what is sold, not where. */
const BRAND_BEFORE = /[老大小]$|开(?:了|的是|了?一?[个家])?$/u;
const SHOP = /^(?:ktv|布鞋|服装|餐厅|餐馆|饭馆|饭店|酒店|酒楼|菜馆|小馆)/u;
/** A region of the cloud: 华东1(杭州). */
const CLOUD_REGION = /(?:华[东北南中]|西[南北])\s?\d\s?\(?$/u;

/** Tells places from names that only have a place in them: streets, dishes, schools, firms, people. */
export function createReadName(products: readonly string[], institutions: readonly string[]): ReadName {
  const goods = startsWithAny(products, '', '(?!镇|有限公司|公司|厂|合作社|企业|基地)');
  const things = startsWithAny(institutions, '的?');
  return (text, mention, { previous, next }) => {
    const { start, end } = mention;
    const after = text.slice(end, end + 16);
    const touches = previous?.end === start;
    const as = (is: Piece['is'], length = 0): Piece => ({ ...mention, is, end: end + length });
    const suffix = SUFFIX.exec(after)?.[0];
    if (suffix) return as('place', suffix.length);
    if (CLOUD_REGION.test(text.slice(Math.max(0, start - 6), start))) return as('name');
    const street = DIVISION.test(text.slice(start, end)) ? undefined : STREET.exec(after)?.[0];
    const thing = street ?? goods.exec(after)?.[0] ?? things.exec(after)?.[0] ?? STYLE.exec(after)?.[0];
    if (thing) return as('name', thing.length);
    if (touches && previous.is === 'school') return as('place');
    const shop = BRAND_BEFORE.test(text.slice(Math.max(0, start - 4), start)) ? SHOP.exec(after)?.[0] : undefined;
    if (shop) return as('name', shop.length);
    const school = SCHOOL.exec(text.slice(end, Math.min(next, end + 16)))?.[0];
    if (school) return as('school', school.length);
    const inside =
      previous?.is === 'place' && /^的?$/u.test(text.slice(previous.end, start)) && !shares(previous, mention);
    const building = inside ? BUILDING.exec(after)?.[0] : undefined;
    if (building) return as('name', building.length);
    return as(isPersonName(text, start, end, !touches && previous?.end !== start) ? 'name' : 'place');
  };
}

function shares(one: Mention, other: Mention): boolean {
  return one.provinces.some((province) => other.provinces.includes(province));
}

function startsWithAny(words: readonly string[], prefix = '', suffix = ''): RegExp {
  const longestFirst = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${prefix}(?:${longestFirst.join('|')})${suffix}`, 'u');
}
