import { HAN_DIGITS } from '../../../text/han-digits.ts';

const VALUES: Readonly<Record<string, number>> = { ...HAN_DIGITS, 俩: 2, 仨: 3 };

/** The source of a pattern for one number as people count with it: 3, 七八, 十几, 3-4, 二十多, 三到四. */
export const NUMERAL =
  '(?:\\d{1,4}(?:[-~、,到至]\\d{1,3})?|[一二两俩仨三四五六七八九十百千万]{1,5}(?:[、,到至或][一二两三四五六七八九十]{1,3})?)[几多来余]?';

/** The number a NUMERAL means: of a range the higher end, of 十几 the ten; undefined for hundreds and more, which are never meant. */
export function numberOf(numeral: string): number | undefined {
  const highest =
    numeral
      .replace(/[几多来余]$/, '')
      .split(/[-~、,到至或]/)
      .at(-1) ?? '';
  if (/^\d+$/.test(highest)) return Number(highest) < 100 ? Number(highest) : undefined;
  if (/[百千万]/.test(highest)) return undefined;
  const ten = highest.lastIndexOf('十');
  if (ten < 0) return VALUES[highest.at(-1) ?? ''];
  return (ten === 0 ? 1 : digit(highest[ten - 1])) * 10 + (ten === highest.length - 1 ? 0 : digit(highest.at(-1)));
}

function digit(character = ''): number {
  return VALUES[character] ?? 0;
}
