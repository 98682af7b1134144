/** What OCR makes of digits, where only digits can stand. */
const AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
};
/** The letters that GB 32100 leaves out, for those that were meant: it has no I, O, S and Z. (V is left out too, but may be U or Y.) */
const IN_CREDIT_CODE: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' };

/**
 * The identity number in a row of a card: 17 digits and a digit or X, right up
 * to their neighbours, digits that were taken for letters put right while at
 * least 15 stayed digits. Undefined for any other length: a number that was
 * half read must not pass for a wrong one.
 */
export function readIdNumber(row: string): string | undefined {
  const run = /(?:^|[^0-9A-Za-z])([0-9OoDIil|!]{17}[0-9OoDIil|!Xx×✕])(?![0-9A-Za-z])/u.exec(row)?.[1];
  if (!run || run.replace(/\D/g, '').length < 15) return undefined;
  return [...run]
    .map((char) => AS_DIGIT[char] ?? char)
    .join('')
    .replace(/[Xx×✕]$/u, 'X');
}

/** The 统一社会信用代码 in a row of a licence: 18 characters that begin like one, letters that it cannot hold put right. */
export function readCreditCode(row: string): string | undefined {
  const run = /(?:^|[^0-9A-Za-z])([0-9A-Za-z]{18})(?![0-9A-Za-z])/u.exec(row)?.[1];
  if (!run) return undefined;
  const code = [...run.toUpperCase()].map((char) => IN_CREDIT_CODE[char] ?? char).join('');
  return /^[1-9ANY][1-9A-G]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) ? code : undefined;
}
