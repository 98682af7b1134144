import type { Row } from '../ocr/rows.ts';
import { runsOf } from '../ocr/runs.ts';
import { readName } from './read-name.ts';
import { readCreditCode, readIdNumber } from './read-number.ts';
import { readDate, readValidity, type Validity } from './validity.ts';

/** A text of a document, and how sure the reader was of it. */
interface FieldText {
  readonly text: string;
  readonly confidence: number;
}

/** What stands on a document, as far as it was read surely. A field that is missing was not read: it may still be there. */
export interface Fields {
  /** 18 characters, not checked. */
  readonly idNumber?: FieldText & {
    /** Whether the date of birth in it is the one printed on the card; left out where that was not read. */
    readonly birthAgrees?: boolean;
  };
  /** To mask it in every text that is kept: never to show it. However unsure, since better too much is masked. */
  readonly name?: FieldText;
  readonly validity?: Validity & { readonly confidence: number };
  /** 18 characters, not checked. */
  readonly creditCode?: FieldText;
  /** Of an identity card. */
  readonly side?: 'front' | 'back';
}

/** What is read less surely is not told: a checksum that fits does not make it right (one misread number of thirty passed). */
const SURE = 0.85;
/** Nor what stands among lines that were read badly: where all is smeared, one line may be sure and wrong. */
const ALL_SURE = 0.8;

/** The fields of the side of an identity card with the portrait. */
export function frontFields(rows: readonly Row[]): Fields {
  const number = firstOf(rows, readIdNumber);
  const birth = firstOf(rows, (text) => readDate(/\d{4}年\d{1,2}月\d{1,2}日?/u.exec(text)?.[0] ?? ''));
  const name = readName(rows, 'card');
  return {
    side: 'front',
    ...(number && {
      idNumber: {
        ...number,
        ...(birth && { birthAgrees: birth.text.replaceAll('-', '') === number.text.slice(6, 14) }),
      },
    }),
    ...(name && { name }),
  };
}

/** The fields of the side of an identity card with the emblem. */
export function backFields(rows: readonly Row[]): Fields {
  return { side: 'back', ...validityField(rows, /[有省]?[效数]期限?|期限/u) };
}

export function licenceFields(rows: readonly Row[]): Fields {
  const creditCode = firstOf(rows, readCreditCode);
  const name = readName(rows, 'licence');
  return {
    ...validityField(rows, /(?:营业|经营|合伙)期限自?/u),
    ...(creditCode && { creditCode }),
    ...(name && { name }),
  };
}

export function certificateFields(rows: readonly Row[]): Fields {
  const from = firstOf(rows, (text) => readDate(/(?:注册|创建)(?:时间|日期)[:：]?(.*)/u.exec(text)?.[1] ?? ''));
  const to = firstOf(rows, (text) => readDate(/(?:到期|过期|截止)(?:时间|日期|日)[:：]?(.*)/u.exec(text)?.[1] ?? ''));
  if (!from || !to || from.text >= to.text) return {};
  return { validity: { from: from.text, to: to.text, confidence: Math.min(from.confidence, to.confidence) } };
}

/** The term behind its label, or in a line or two of its own. */
function validityField(rows: readonly Row[], label: RegExp): Pick<Fields, 'validity'> {
  if (sureOf(rows) < ALL_SURE) return {};
  const behind = rows.flatMap((row) => {
    const at = label.exec(row.text);
    return at ? [{ text: row.text.slice(at.index + at[0].length), row }] : [];
  });
  const own = runsOf(rows.flatMap(({ lines }) => lines)).flatMap((run) =>
    [run.slice(0, 1), run.slice(0, 2)].map((lines) => {
      const text = lines.map((line) => line.text.replace(/\s/g, '')).join('');
      return { text, row: { lines, text } };
    }),
  );
  for (const { text, row } of [...behind, ...own]) {
    const term = readValidity(text);
    const confidence = sureOf([row]);
    if (term && confidence >= SURE) return { validity: { ...term, confidence } };
  }
  return {};
}

function firstOf(rows: readonly Row[], read: (text: string) => string | undefined): FieldText | undefined {
  if (sureOf(rows) < ALL_SURE) return undefined;
  for (const row of rows) {
    const text = read(row.text);
    const confidence = sureOf([{ ...row, lines: withDigits(row) }]);
    if (text !== undefined && confidence >= SURE) return { text, confidence };
  }
  return undefined;
}

function withDigits({ lines }: Row): Row['lines'] {
  return lines.filter(({ text }) => /\d/.test(text));
}

/** The mean confidence over the characters. */
function sureOf(rows: readonly Row[]): number {
  const lines = rows.flatMap((row) => row.lines);
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / Math.max(1, letters);
}
