import { mask } from '../../text/mask.ts';
import { maskedName, namesMasked } from '../names/mask-names.ts';
import { maskNumber } from '../numbers/mask-number.ts';
import type { DocumentKind } from './document/document-kind.ts';
import type { Fields } from './document/fields.ts';
import type { MaskedFields } from './picture-report.ts';

/** The fields of a document without what must not be stored. */
export function maskedFields({ idNumber, creditCode, name, validity }: Fields): MaskedFields {
  return {
    ...(idNumber && { idNumber: maskNumber(idNumber.text) }),
    ...(creditCode && { creditCode: maskNumber(creditCode.text) }),
    ...(name && { name: maskedName(name.text) }),
    ...(validity && { validity: { from: validity.from, to: validity.to } }),
  };
}

/** Digits in a row, with what stands between them: on a document a number that was read in pieces, or with a mistake in it. */
const DIGITS = /(?:[0-9０-９][\s.-]{0,2}){6,}[0-9０-９XxOo]*/gu;
/** Terms may stay: 2011.05.03-2031.05.03. */
const TERM = /\d{4}\.\d{2}\.\d{2}/;

/** A line that was read, without numbers and without the name that the document shows. */
export function maskedLine(line: string, document: DocumentKind, { name }: Fields): string {
  const unnamed = name ? namesMasked(line, { typed: name.text, document: name.text }) : line;
  const masked = mask(unnamed);
  if (document === 'screenshot') return masked;
  return masked.replace(DIGITS, (run) => (TERM.test(run) ? run : '*'.repeat(run.length)));
}
