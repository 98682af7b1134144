/** How a language writes what stands between sentences. */
export interface Manner {
  /** Signs and words without Chinese characters, as they are copied. */
  copied(text: string): string;
  /** Puts one piece after another. */
  joined(before: string, next: string): string;
  /** A whole line or value at last. */
  tidied(line: string): string;
  /** What has a form of its own: dates, days of the week. Looked for at the beginning. */
  readonly forms: readonly (readonly [form: RegExp, said: (found: readonly string[]) => string])[];
  /** How a link is called that leads to a place named before it. */
  readonly open: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '。': '. ',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '？': '? ',
  '（': ' (',
  '）': ') ',
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const NUMERALS = '一二三四五六日';

export const inEnglish: Manner = {
  copied: (text) => text.replace(/[。，、；：？（）]/g, (sign) => SIGNS[sign] ?? sign),
  joined: (before, next) => (/[.,:;?!)”]$/.test(before) && /^[\w“(]/.test(next) ? `${before} ${next}` : before + next),
  tidied: (line) =>
    line
      // The Chinese fonts, which stand first, draw the curly ones as wide as a character.
      .replace(/[“”]/g, '"')
      .replace(/’/g, "'")
      .replace(/ +([^ ]?)/g, (all, next) => (/^[.,;:?)]?$/.test(next) ? next : all))
      .replace(/(\S) {2,}/g, '$1 ')
      .replace(/^([^\w(]*)([a-z])(?![A-Z])/, (_, before: string, first: string) => before + first.toUpperCase()),
  forms: [
    [/^(\d{1,2})月(\d{1,2})日/, ([, month, day]) => `${MONTHS[Number(month) - 1]} ${day}`],
    [/^周([一二三四五六日])/, ([, day = '']) => DAYS[NUMERALS.indexOf(day)] ?? day],
  ],
  open: 'open',
};

export const inTraditional: Manner = {
  copied: (text) => text,
  joined: (before, next) => before + next,
  tidied: (line) => line,
  forms: [[/^周([一二三四五六日])/, ([, day]) => `週${day}`]],
  open: '打開',
};
