type Choice =
  | { readonly is: 'one'; readonly at: number }
  | { readonly is: 'all' }
  | { readonly is: 'none' }
  | { readonly is: 'unsure' }
  | undefined;

const NUMBERS: Readonly<Record<string, number>> = {
  一: 0,
  二: 1,
  两: 1,
  三: 2,
  四: 3,
  五: 4,
  六: 5,
  1: 0,
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  a: 0,
  b: 1,
  c: 2,
  d: 3,
  first: 0,
  second: 1,
  third: 2,
  one: 0,
  two: 1,
  three: 2,
};
const LEAD = '^(那|嗯|哦|好像|应该|可能|大概|选|就|是|我|看到|的|点|按|option|number|no\\.|the|\\s)*';
const UNIT = '(个|条|项|种|号|那个|那种|那条|one|option)';
const WORD = '(问题|情况|吧|啊|呀|呢|是|的|了)';
const END = `(?:\\s*(?:${UNIT}${WORD}*|${WORD}+))?[。.!！~、)）\\s]*$`;
const ORDINAL = new RegExp(`${LEAD}[(（]?(第)?([一二两三四五六1-6a-d]|first|second|third|one|two|three)${END}`);
const FORMER = new RegExp(`${LEAD}(前面|上面|前者|最上面|前一|头一)(那)?(一)?${END}`);
const LATTER = new RegExp(`${LEAD}(后面|下面|后者|最后|最下面|后一)(那)?(一)?${END}`);
const MIDDLE = new RegExp(`${LEAD}中间(那)?(一)?${END}`);
const NOT_ONE = new RegExp(`^不是(第)?([一二1-2])${END}`);
const ALL = /^(我)?(这)?(都是|都有|两个都(有|是)|两种都(有|是)|三种都有|全都?(有|是)|both|all)[的了吧啊呢。.!！\s]*$/;
const NONE =
  /^(那|嗯|哦)?(都不是|都不对|都不像|全不是|没有一个|没有|都没有|不是这些|不是这(两|三|几)[个种](情况)?|一个都不是|哪个都不是|以上都不是|其他|其它|别的|不对|都不符合|都唔系|none|neither|no)(的|吧|啊|呢|情况|问题)*[。.!！\s]*$/;
const UNSURE =
  /^(我)?(也)?(不知道|不清楚|不确定|分不清|看不出来|不晓得|不懂|没看懂|看不懂|没注意|忘了|随便|哪个都行|not sure|dunno)(啊|呀|呢|哪个|选哪个|是哪个|是哪一种)*[?？。.!！\s]*$/;

/** What a normalised message picks of the choices that were offered; undefined where it does none of that. */
export function choiceIn(normalised: string, choices: readonly string[]): Choice {
  const named = choices.indexOf(normalised);
  if (named >= 0) return { is: 'one', at: named };
  if (NONE.test(normalised)) return { is: 'none' };
  if (ALL.test(normalised)) return { is: 'all' };
  if (UNSURE.test(normalised)) return { is: 'unsure' };
  const at = placeOf(normalised, choices.length);
  return at !== undefined && at < choices.length ? { is: 'one', at } : undefined;
}

function placeOf(normalised: string, count: number): number | undefined {
  if (FORMER.test(normalised)) return 0;
  if (LATTER.test(normalised)) return count - 1;
  if (MIDDLE.test(normalised) && count === 3) return 1;
  const not = NOT_ONE.exec(normalised)?.[2];
  if (not && count === 2) return 1 - (NUMBERS[not] ?? 0);
  return NUMBERS[ORDINAL.exec(normalised)?.[3] ?? ''];
}

/**
 * The one choice that a normalised message names by words that no other has: "资料不全那个". Each choice comes with
 * everything it may be called.
 */
export function namedIn(normalised: string, choices: readonly string[]): number | undefined {
  const said = normalised.replace(/那个|那种|这个|这种|情况|问题|就是|应该|上传|资料|页面|是|的|吧|选|提示/g, '');
  const shares = choices.map((choice) => pairs(said).filter((pair) => choice.includes(pair)).length);
  const best = Math.max(...shares);
  const at = shares.indexOf(best);
  const second = Math.max(0, ...shares.filter((_share, other) => other !== at));
  // Nearly all that is said must stand in the choice: a new question says more.
  return best >= 1 && best > second && best >= pairs(said).length * 0.6 ? at : undefined;
}

function pairs(text: string): readonly string[] {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  return Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2));
}
