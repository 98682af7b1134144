/** A number as a person typed it, with what stands between its characters seen through. */
export interface TypedNumber {
  /** Upper case, half width, no separators; whatever stands for an X is an X. */
  readonly code: string;
  /** The same characters before their case was changed: `l` is not `L` to whoever looks for it. */
  readonly typed: string;
  /** What was seen through, in the person's words: 空格, 全角字符. */
  readonly oddities: readonly string[];
}

/** Multiplication signs, Cyrillic and Greek letters that look like an X. */
const LIKE_X = /[×✕✖✗╳ХхΧχ]/u;
const EVERY_LIKE_X = new RegExp(LIKE_X, 'gu');
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;
const GAP = '[\\s\\-‐-―.。·_]{0,3}';
const RUN = new RegExp(`[0-9A-Za-z](?:${GAP}[0-9A-Za-z*])*`, 'gu');
const LABEL = /^(?:id|no|num|number|card|passport)(?![A-Za-z])[\s.\-_]*/i;

/** The number in an answer; of several the one of 18 characters, else the longest. The code is empty where there is none. */
export function readTypedNumber(text: string): TypedNumber {
  const visible = text.replace(/\s/g, ' ').replace(INVISIBLE, '');
  const plain = visible.normalize('NFKC').replace(EVERY_LIKE_X, 'X');
  const runs = [...plain.matchAll(RUN)]
    .map(([run]) => run.replace(LABEL, ''))
    .flatMap((run) => [run, ...run.split(' ')])
    .map((run) => ({ run, weight: weight(run) }));
  const { run } = runs.reduce((best, next) => (next.weight > best.weight ? next : best), { run: '', weight: 0 });
  const typed = bare(run);
  const stands = /^\d{17}\*$/.test(typed);
  const code = (stands ? typed.replace('*', 'X') : typed).toUpperCase();
  const seen: readonly (readonly [boolean, string])[] = [
    [visible !== text.replace(/\s/g, ' '), '看不见的字符'],
    [/[０-９Ａ-Ｚａ-ｚ]/.test(text), '全角字符'],
    [/ /.test(run), '空格'],
    [/[-‐-―_]/.test(run), '横线'],
    [/[.。·]/.test(run), '点'],
    [LIKE_X.test(visible), '代替 X 的符号'],
    [stands, '代替 X 的星号'],
    [/\dx$/.test(typed), '小写的 x'],
  ];
  return { code, typed, oddities: seen.filter(([is]) => is).map(([, word]) => word) };
}

/** One character said to be the last: full width, lower case and look-alikes of X are seen through. */
export function readLastCharacter(said: string): string {
  return said.normalize('NFKC').replace(EVERY_LIKE_X, 'X').trim().toUpperCase();
}

function bare(run: string): string {
  return run.replace(/[^0-9A-Za-z*]/g, '');
}

function weight(run: string): number {
  const length = bare(run).length;
  return length === 18 ? 1000 : length;
}
