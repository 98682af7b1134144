/**
 * 公民身份号码 by GB 11643-1999: 6 digits of a region (GB/T 2260), 8 of the
 * birth date, 3 in sequence, and a check character by ISO 7064 MOD 11-2.
 * Permits of residence for people from 港澳台 and, since December 2023, for
 * foreigners (国家移民管理局, 2023 版外国人永久居留身份证, first digit 9) are
 * built the same way.
 */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/**
 * The last character that 17 digits call for; undefined where they are not 17 digits.
 *
 * One wrong character is always caught, and so are two swapped ones, unless
 * they stand ten places apart: there the weights (powers of 2 modulo 11) repeat.
 */
export function checkCharacter(first17: string): string | undefined {
  if (!/^\d{17}$/.test(first17)) return undefined;
  return CHECKS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11];
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

/** Whether the first two digits of a code are a province (GB/T 2260-2007), a permit for 港澳台 (81 to 83) or a foreigner's (9). */
export function regionKnown(code: string): boolean {
  return code[0] === '9' || PROVINCES.has(code.slice(0, 2));
}

/** What is wrong with a birth date: no such month, no such day, 29 February in a common year, before 1900, after today. */
export type BirthFault = 'month' | 'day' | 'leap' | 'early' | 'future';

/** `birth` is YYYYMMDD as in the code, `today` YYYY-MM-DD. */
export function birthFault(birth: string, today: string): BirthFault | undefined {
  const year = Number(birth.slice(0, 4));
  const month = Number(birth.slice(4, 6));
  const day = Number(birth.slice(6, 8));
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined) return 'month';
  if (!(day >= 1 && day <= days)) return 'day';
  if (month === 2 && day === 29 && !isLeap(year)) return 'leap';
  if (year < 1900) return 'early';
  return birth > today.replaceAll('-', '') ? 'future' : undefined;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function birthOf(code: string): string {
  return code.slice(6, 14);
}

/** Whether the region and the birth date of a code make sense; says nothing of its check character. */
export function isPlausible(code: string, today: string): boolean {
  return regionKnown(code) && birthFault(birthOf(code), today) === undefined;
}

export function isIdentityCode(code: string, today: string): boolean {
  return code.length === 18 && isPlausible(code, today) && checkCharacter(code.slice(0, 17)) === code[17];
}
