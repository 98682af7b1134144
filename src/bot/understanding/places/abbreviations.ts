import type { Mention } from './mention.ts';

/** The single characters that stand for provinces: 沪企, 粤icp备, 在渝公司. */
const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    北京: '京',
    天津: '津',
    河北: '冀',
    山西: '晋',
    内蒙古: '蒙',
    辽宁: '辽',
    吉林: '吉',
    黑龙江: '黑',
    上海: '沪',
    江苏: '苏',
    浙江: '浙',
    安徽: '皖',
    福建: '闽',
    江西: '赣',
    山东: '鲁',
    河南: '豫',
    湖北: '鄂',
    湖南: '湘',
    广东: '粤',
    广西: '桂',
    海南: '琼',
    重庆: '渝',
    四川: '川蜀',
    贵州: '贵黔',
    云南: '云滇',
    西藏: '藏',
    陕西: '陕秦',
    甘肃: '甘陇',
    青海: '青',
    宁夏: '宁',
    新疆: '新疆',
    香港: '港',
    澳门: '澳',
    台湾: '台',
  }).flatMap(([province, characters]) => [...characters].map((character) => [character, province] as const)),
);
const ALL = [...CHARACTERS.keys()].join('');
/** Those that hardly stand for anything else. */
const CLEAR = '沪浙皖闽赣鲁豫鄂湘粤桂琼渝黔滇冀陕蜀';
const FAIRLY = `${CLEAR}京津苏晋川藏蒙辽陇`;
const FIRM = '的?(?:公司|企业|个体|工厂|单位|主体|分公司|管局|通管局|工商|执照)';
const EACH = new RegExp(`[${ALL}]`, 'gu');
/** Not one of a row: 江浙沪. */
const ALONE = new RegExp(`^(?![${ALL}江内外东])`, 'u');
const MARK = '[,。!?;:、\\s]';
const AFTER_MARK = new RegExp(`^(?:${MARK}|$)`, 'u');

/** Which characters, what must stand right before and what after. */
const PATTERNS: readonly (readonly [characters: string, before: RegExp, after: RegExp])[] = [
  // The number of a filing begins with the character of its province.
  [ALL, /^/u, /^icp(?:备(?!案)|证)/u],
  [CLEAR, /^/u, /^icp备案/u],
  [`${FAIRLY}港澳`, ALONE, /^企(?!业|图|鹅)/u],
  [CLEAR, ALONE, new RegExp(`^(?:${FIRM}|省(?!事|心)|备案|籍|这边|那边)`, 'u')],
  [`${CLEAR}京津藏`, /^(?:$|[,。!?;:\s在是们属于驻])/u, /^的/u],
  [FAIRLY, /^[在于驻赴属]/u, new RegExp(`^(?:${FIRM}|备案|注册|${MARK}|$)`, 'u')],
  [FAIRLY, AFTER_MARK, AFTER_MARK],
];
/** An answer of one character. */
const WHOLE = new RegExp(`^[${ALL}][省。!]?$`, 'u');

/** Provinces named by their single character, where the words around leave no other sense. */
export function spotAbbreviations(text: string): readonly Mention[] {
  const whole = WHOLE.test(text);
  return [...text.matchAll(EACH)].flatMap(({ 0: character, index }) => {
    const before = text.slice(Math.max(0, index - 1), index);
    const after = text.slice(index + 1, index + 6);
    const fits = PATTERNS.some(
      ([characters, left, right]) => characters.includes(character) && left.test(before) && right.test(after),
    );
    const province = CHARACTERS.get(character);
    if (!province || !(fits || (whole && index === 0))) return [];
    return [{ start: index, end: index + 1, provinces: [province], minor: false }];
  });
}
