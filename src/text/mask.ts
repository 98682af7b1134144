/**
 * Numbers that name a person or a company, made unreadable before anything is
 * stored, logged or exported (product rule: masked text has no original).
 *
 * The forms: GB 11643 identity numbers (18 characters, also the old 15),
 * GB 32100 credit codes (18), mainland mobile numbers (11, with or without
 * +86), landlines with an area code, bank card numbers (16 to 19 digits),
 * e-mail addresses. Separators inside (spaces, dashes, dots) and full-width digits are seen through.
 */
export function mask(text: string): string {
  return text
    .replace(EMAIL, (_all, first: string, domain: string) => `${first}***@${domain}`)
    .replace(LONG, (found) => {
      const plain = found.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
      return isIdentity(plain) || isCreditCode(plain) || isCard(plain) ? keepEnds(plain) : found;
    })
    .replace(PHONE, (found) => {
      const plain = found.normalize('NFKC').replace(/[^0-9]/g, '');
      return keepEnds(plain.length > 11 ? plain.slice(-11) : plain, 3, 4);
    })
    .replace(LANDLINE, (found) => {
      const plain = found.normalize('NFKC').replace(/[^0-9]/g, '');
      return keepEnds(plain, 3, 2);
    });
}

const D = '[0-9０-９]';
const GAP = '[\\s\\-‐-―－.·_]{0,2}';
const EMAIL = /([A-Za-z0-9])[A-Za-z0-9._%+-]*@([A-Za-z0-9.-]+\.[A-Za-z]{2,})/g;
const LONG = new RegExp(`(?<![0-9A-Za-z０-９])(?:[0-9A-Za-zＸｘ０-９]${GAP}){14,18}[0-9A-Za-zＸｘ０-９](?![0-9A-Za-z０-９])`, 'gu');
const PHONE = new RegExp(`(?<!${D})(?:[+＋]?(?:00)?[8８][6６]${GAP})?[1１][3-9３-９]${D}(?:${GAP}${D}){8}(?!${D})`, 'gu');
const LANDLINE = new RegExp(`(?<!${D})[0０]${D}{2,3}[\\s\\-－)）]{1,2}${D}(?:[\\s\\-－]?${D}){6,7}(?!${D})`, 'gu');

function isIdentity(plain: string): boolean {
  return /^[1-9]\d{14}$/.test(plain) || /^\d{17}[\dXx]$/.test(plain);
}

function isCreditCode(plain: string): boolean {
  return plain.length === 18 && /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i.test(plain) && /\d{8}/.test(plain);
}

function isCard(plain: string): boolean {
  return /^\d{16,19}$/.test(plain);
}

function keepEnds(plain: string, head = 6, tail = 4): string {
  return plain.slice(0, head) + '*'.repeat(Math.max(0, plain.length - head - tail)) + plain.slice(plain.length - tail);
}
