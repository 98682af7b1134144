/**
 * 统一社会信用代码 by GB 32100-2015: who registered it (1), what kind of body
 * (1), the region (6 digits), the body's own code by GB 11714-1997 (9) and a
 * check character modulo 31.
 */

/** The 31 characters in the order of their values: I, O, S, V and Z are left out. */
export const CREDIT_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 3 to the power of the place, modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * The last character that 17 characters call for; undefined where they are not 17 of the 31.
 *
 * One wrong character is always caught, and so are any two swapped ones but
 * the first and the last of the 18: 3 is a primitive root of 31, so that the
 * weights of the first 17 all differ, and only the first one's is 1, like the last one's.
 */
export function creditCheckCharacter(first17: string): string | undefined {
  const values = [...first17].map((character) => CREDIT_CHARACTERS.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) return undefined;
  const sum = values.reduce((total, value, at) => total + value * (WEIGHTS[at] ?? 0), 0);
  return CREDIT_CHARACTERS[(31 - (sum % 31)) % 31];
}

/** Whether the region (places 3 to 8) is made of digits. */
export function creditRegionOk(code: string): boolean {
  return /^\d{6}$/.test(code.slice(2, 8));
}

const OWN_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether places 9 to 17 pass their own check (GB 11714-1997, modulo 11).
 * Only narrows down where an error stands: it is never an error by itself.
 */
export function ownCodeFits(code: string): boolean {
  const own = code.slice(8, 17);
  const sum = OWN_WEIGHTS.reduce((total, weight, at) => total + weight * Number.parseInt(own[at] ?? '', 36), 0);
  return own[8] === '0123456789X'[(11 - (sum % 11)) % 11];
}

export function isCreditCode(code: string): boolean {
  return code.length === 18 && creditRegionOk(code) && creditCheckCharacter(code.slice(0, 17)) === code[17];
}
