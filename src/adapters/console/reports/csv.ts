import { mask } from '../../../text/mask.ts';

/** A cell; null is an empty one. */
export type Cell = string | number | null;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Without it Excel takes the file for one of the old Chinese encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet takes for a formula: also in full width, and after what it leaves out (OWASP, CSV Injection). */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A table as CSV (RFC 4180) that spreadsheets open as it is: texts masked, and none of them taken for a formula. */
export function csvOf({ head, rows }: Table): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = mask(cell);
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
