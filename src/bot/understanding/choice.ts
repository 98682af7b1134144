export type Choice = { readonly is: 'one'; readonly at: number } | { readonly is: 'none' } | undefined;

const NUMBERS: Readonly<Record<string, number>> = {
  一: 0, 二: 1, 两: 1, 三: 2, 四: 3, 五: 4, 六: 5,
  1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5,
  a: 0, b: 1, c: 2, d: 3,
};
const ORDINAL = /^(选|就|是|应该是|我是|我选|那就|点|按)?(第)?([一二两三四五六1-6a-d])(个|条|项|种|号|那个)?(问题|情况|吧|是|的)?[。.!！\s]*$/;
const NONE = /^(都不是|都不对|全不是|没有一个|没有|都没有|不是这些|以上都不是|其他|其它|别的|不对|都不符合|none|neither|no)[的吧啊呢。.!！\s]*$/;

/** What a normalised message picks of the choices that were offered; undefined where it picks none and does not refuse. */
export function choiceIn(normalised: string, choices: readonly string[]): Choice {
  const named = choices.indexOf(normalised);
  if (named >= 0) return { is: 'one', at: named };
  if (NONE.test(normalised)) return { is: 'none' };
  if (/^(前面|上面|第一)(那)?(个|一个)/.test(normalised)) return { is: 'one', at: 0 };
  if (/^(后面|下面|最后)(那)?(个|一个)/.test(normalised)) return { is: 'one', at: choices.length - 1 };
  const at = NUMBERS[ORDINAL.exec(normalised)?.[3] ?? ''];
  return at !== undefined && at < choices.length ? { is: 'one', at } : undefined;
}
