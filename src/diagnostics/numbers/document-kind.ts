import { creditRegionOk, ownCodeFits } from './credit-code.ts';
import { isPlausible, regionKnown } from './identity-code.ts';

/** Whose rules a number follows. `other` names a document whose numbers have no check; `hidden` is masked already. */
export type NumberKind =
  | { readonly is: 'identity' | 'credit' | 'hidden' | 'unknown' }
  | { readonly is: 'other'; readonly document: string };

const PASSPORT = '护照';
const HOME_RETURN = '港澳居民来往内地通行证';
const TAIWAN = '台湾居民来往大陆通行证（台胞证）';
const RESIDENCE = '旧版外国人永久居留身份证';

/** What people call their document. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/护照|passport/i, PASSPORT],
  [/台胞|台湾居民来往大陆/, TAIWAN],
  [/回乡证|港澳居民来往内地/, HOME_RETURN],
  [/港澳通行证|往来港澳/, '港澳通行证'],
  [/台湾通行证|往来台湾/, '往来台湾通行证'],
  [/军官|士兵|士官|警官|武警|文职/, '军官证一类的证件'],
  [/香港.{0,6}身份证|[A-Z]{1,2}\d{6}[(（][\dA][)）]/i, '香港身份证'],
  [/澳门.{0,6}身份证/, '澳门身份证'],
  [/台湾.{0,6}身份证/, '台湾身份证'],
  [/永久居留|永居/, '外国人永久居留身份证'],
];

/** Forms of the numbers themselves (国家移民管理局, 各地出入境管理机构), the narrower before the wider. */
const SHAPED: readonly (readonly [RegExp, string])[] = [
  [/^[HM]\d{8}(?:\d{2})?$/, HOME_RETURN],
  [/^\d{8}$|^\d{10}[A-Z]$/, TAIWAN],
  [/^C[A-Z]?\d{7,8}$|^W\d{8}$/, '往来港澳通行证'],
  [/^[TL]\d{8}$/, '往来台湾通行证'],
  [/^[A-Z]{3}\d{12}$/, RESIDENCE],
  [/^[A-Z][1289]\d{8}$/, '台湾身份证'],
  [/^(?=.*[A-Z])(?=.*\d)[A-Z\d]{6,11}$/, PASSPORT],
];

const SLIPS: Readonly<Record<string, string>> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };

/** Letters that look like a digit, put right: O and Q are 0, I and L are 1, Z is 2, S is 5, G is 6, B is 8. */
export function digitsMeant(code: string): string {
  return code.replace(/[OQILZSGB]/g, (letter) => SLIPS[letter] ?? letter);
}

/** The kind of a number by its form, and by what the words around it call it. `today` is YYYY-MM-DD. */
export function kindOfNumber(code: string, words: string, today: string): NumberKind {
  if (code.includes('*')) return { is: 'hidden' };
  const saysPerson = words.includes('身份证');
  if (!saysPerson && /信用代码|执照|税号|注册号|组织机构/.test(words)) return { is: 'credit' };
  if (code.length === 18) return { is: isPerson(code, today) ? 'identity' : 'credit' };
  const digits = code.length > 0 && /^[\dX]+$/.test(digitsMeant(code));
  const document =
    NAMED.find(([pattern]) => pattern.test(words))?.[1] ??
    (saysPerson && digits ? undefined : SHAPED.find(([pattern]) => pattern.test(code))?.[1]);
  if (document) return { is: 'other', document };
  if (/^9[1-9].{11,}/.test(code) && hasBodyRegion(code)) return { is: 'credit' };
  if (digits) return { is: 'identity' };
  return { is: code.length >= 15 && /\d{6}/.test(code) ? 'credit' : 'unknown' };
}

/**
 * Whether 18 characters are meant as a person's number. Both standards allow
 * 17 digits and a digit or X: where the form does not tell, the region and the
 * birth date do, and the code of the body inside a credit code. The last
 * character is never asked.
 */
function isPerson(code: string, today: string): boolean {
  const meant = digitsMeant(code.slice(0, 17));
  const letters = !/^\d{17}/.test(code);
  const body = (letters ? /^[1-9][1-9]/ : /^[159][1-9]/).test(meant) && hasBodyRegion(meant);
  const plausible = isPlausible(meant, today);
  if (!body) return plausible || /^[\dX]{17}$/.test(meant);
  if (letters || meant[0] === '9') return plausible && !ownCodeFits(code);
  return plausible || !ownCodeFits(code) || /^(?:19|20)/.test(meant.slice(6));
}

/** Whether places 3 to 8 are a region of China, or 100000 for the whole of it. */
function hasBodyRegion(code: string): boolean {
  return (
    creditRegionOk(code) && /^[1-8]/.test(code.slice(2)) && (code.startsWith('10', 2) || regionKnown(code.slice(2)))
  );
}
