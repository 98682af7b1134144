import { creditCheckCharacter } from '../../src/diagnostics/numbers/credit-code.ts';
import { checkCharacter } from '../../src/diagnostics/numbers/identity-code.ts';
import { seeded } from '../../src/knowledge/random.ts';

/** A person who does not exist. */
export interface Person {
  readonly name: string;
  readonly sex: '男' | '女';
  /** YYYY-MM-DD */
  readonly birth: string;
  readonly address: string;
  /** With its right check character. */
  readonly number: string;
  /** The authority that issued the card, and its term: `2011.05.03`, `长期`. */
  readonly authority: string;
  readonly from: string;
  readonly to: string;
}

/** A company that does not exist. */
export interface Company {
  readonly name: string;
  readonly creditCode: string;
  readonly head: string;
  readonly address: string;
  readonly domain: string;
}

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅文辉';
const PLACES: readonly (readonly [region: string, city: string, district: string])[] = [
  ['110101', '北京市', '东城'],
  ['310104', '上海市', '徐汇'],
  ['440305', '深圳市', '南山'],
  ['330106', '杭州市', '西湖'],
  ['510104', '成都市', '锦江'],
  ['420106', '武汉市', '武昌'],
  ['320102', '南京市', '玄武'],
  ['610113', '西安市', '雁塔'],
];
const BIRTHS = ['19620305', '19711118', '19800229', '19850617', '19900101', '19931224', '19960830', '20010509'];
const ROADS = ['中山路', '人民大街', '解放北路', '文一西路', '学府街', '幸福里'];
const TRADES = ['网络科技', '信息技术', '文化传媒', '电子商务', '餐饮管理', '贸易'];
const WORDS = ['星河', '云帆', '青禾', '远山', '晨曦', '万木', '知行', '海棠'];
const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The same seed, the same person. */
export function person(seed: number): Person {
  const random = seeded(seed * 7919 + 1);
  const pick = <T>(of: ArrayLike<T>): T => of[Math.floor(random() * of.length)] as T;
  const [region, city, district] = pick(PLACES);
  const birth = pick(BIRTHS);
  const order = String(Math.floor(random() * 999)).padStart(3, '0');
  const first17 = `${region}${birth}${order}`;
  const year = 2006 + Math.floor(random() * 18);
  const day = `${pick(['01', '03', '05', '07', '10', '12'])}.${pick(['01', '03', '08', '15', '22', '28'])}`;
  const term = pick([10, 20, 0]);
  return {
    name: pick(SURNAMES) + pick(GIVEN) + (random() < 0.6 ? pick(GIVEN) : ''),
    sex: Number(order) % 2 === 1 ? '男' : '女',
    birth: `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`,
    address: `${city}${district}区${pick(ROADS)}${1 + Math.floor(random() * 300)}号${1 + Math.floor(random() * 9)}单元${100 + Math.floor(random() * 900)}室`,
    number: first17 + checkCharacter(first17),
    authority: `${city}公安局${district}分局`,
    from: `${year}.${day}`,
    to: term === 0 ? '长期' : `${year + term}.${day}`,
  };
}

/** The number with a check character that is wrong. */
export function wrongNumber(number: string): string {
  const last = number.at(-1) ?? '';
  return number.slice(0, -1) + (last === 'X' ? '0' : String((Number(last) + 1) % 10));
}

/** The same seed, the same company. */
export function company(seed: number): Company {
  const random = seeded(seed * 104_729 + 2);
  const pick = <T>(of: ArrayLike<T>): T => of[Math.floor(random() * of.length)] as T;
  const [region, city, district] = pick(PLACES);
  const body = Array.from({ length: 9 }, () => pick(CODE)).join('');
  const first17 = `91${region}${body}`;
  const word = pick(WORDS);
  return {
    name: `${city.replace('市', '')}${word}${pick(TRADES)}有限公司`,
    creditCode: first17 + creditCheckCharacter(first17),
    head: person(seed + 500).name,
    address: `${city}${district}区${pick(ROADS)}${1 + Math.floor(random() * 300)}号`,
    domain: `${pick(['xinghe', 'yunfan', 'qinghe', 'yuanshan', 'chenxi'])}${Math.floor(random() * 100)}.example.cn`,
  };
}
