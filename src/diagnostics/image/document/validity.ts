/** From when to when a document holds. */
export interface Validity {
  /** YYYY-MM-DD */
  readonly from: string;
  /** YYYY-MM-DD, or 长期. */
  readonly to: string | 'long';
}

/** What OCR takes a digit for. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  〇: '0',
  l: '1',
  I: '1',
  i: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  B: '8',
};
const DATE = /^(\d{4})(\d{2})(\d{2})$/;
/** 长期, or 长 and something that was meant for 期. */
const LONG = /[长長](?:期|.)?/u;

/**
 * The term in a text such as 2011.05.03-2031.05.03, 2011.05.03-长期 or
 * 2015年05月03日至长期, what stands before the first digit aside. Look-alikes
 * of digits are put right, missing dots and dashes do not matter; undefined
 * where the digits are not exactly those of one date and 长期, or of two dates
 * in their order.
 */
export function readValidity(text: string): Validity | undefined {
  const [dates = '', after] = split(text);
  const digits = digitsIn(dates);
  const from = dateOf(digits.slice(0, 8));
  if (!from) return undefined;
  if (after !== undefined) return digits.length === 8 ? { from, to: 'long' } : undefined;
  const to = dateOf(digits.slice(8));
  return to && from < to ? { from, to } : undefined;
}

/** One date in a text, as YYYY-MM-DD. */
export function readDate(text: string): string | undefined {
  return dateOf(digitsIn(text));
}

/** Whether a term is over on a day (YYYY-MM-DD); the last day still counts. */
export function isExpired({ to }: Pick<Validity, 'to'>, today: string): boolean {
  return to !== 'long' && to < today;
}

/** What stands before 长期, and 长期 itself where it does. */
function split(text: string): readonly [string, string?] {
  const long = LONG.exec(text);
  return long ? [text.slice(0, long.index), long[0]] : [text];
}

function digitsIn(text: string): string {
  const start = /[0-9OoIl]/.exec(text)?.index ?? text.length;
  return [...padded(text.slice(start))]
    .map((char) => LOOKALIKES[char] ?? char)
    .join('')
    .replace(/\D/g, '');
}

/** 2015年5月3日 with its zeros. */
function padded(text: string): string {
  return text.replace(/(?<=[年月])\s*(\d)(?=\s*[月日])/g, '0$1');
}

function dateOf(digits: string): string | undefined {
  const [, year = '', month = '', day = ''] = DATE.exec(digits) ?? [];
  const iso = `${year}-${month}-${day}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
  return real && year >= '1900' && year < '2200' ? iso : undefined;
}
