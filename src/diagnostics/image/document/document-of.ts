import type { Line } from '../ocr/line.ts';
import { type Row, rowsOf } from '../ocr/rows.ts';
import { screenSureness } from '../screenshot/is-screenshot.ts';
import type { DocumentKind, Signals, Size } from './document-kind.ts';
import { backFields, certificateFields, type Fields, frontFields, licenceFields } from './fields.ts';
import { readIdNumber } from './read-number.ts';
import { signsOf, type Worded } from './signs.ts';
import { readValidity } from './validity.ts';

/** What a picture shows, how sure that is (0 to 1; ask below 0.5), and what could be read on it. */
export interface Document {
  readonly document: DocumentKind;
  readonly sure: number;
  readonly fields: Fields;
}

/** Signs for a document that leave no doubt. */
const PLENTY = 6;
/** Signs with fewer points than this name no document. */
const FEWEST = 3;
/** Letters in a picture "without text": a logo, a misread pattern. */
const HARDLY_ANY = 6;
/** A document in somebody's hands fills less of the picture than one that was photographed for itself. */
const HELD = 0.6;
/** From this likelihood on there is somebody's face. */
const FACE = 0.5;

/** What a picture shows, by its words, their places, and what its pixels tell. */
export function documentOf(lines: readonly Line[], size: Size, signals: Signals = {}): Document {
  const rows = rowsOf(lines);
  const screen = screenSureness(size, lines, signals);
  if (screen >= 0.5) return { document: 'screenshot', sure: screen, fields: {} };
  const [[kind, most], [, second]] = ranked(rows);
  if (most < FEWEST) return withoutWords(lines, signals, most);
  const sure = Math.min(1, most / PLENTY) * (1 - 0.5 * Math.min(1, second / most));
  const fields = FIELDS[kind](rows);
  const text = extent(lines, size);
  const held = Math.max(text.across, text.down) < HELD && (signals.skinOval ?? 0) >= FACE;
  return { document: held ? 'person-with-document' : kind, sure, fields };
}

const FIELDS: Readonly<Record<Worded, (rows: readonly Row[]) => Fields>> = {
  'id-front': frontFields,
  'id-back': backFields,
  'business-licence': licenceFields,
  'domain-certificate': certificateFields,
  letter: () => ({}),
};

/** The two kinds that most speaks for. */
function ranked(rows: readonly Row[]): readonly [readonly [Worded, number], readonly [Worded, number]] {
  const signs = new Map(signsOf(rows.map(({ text }) => text)));
  const add = (kind: Worded, points: number) => signs.set(kind, (signs.get(kind) ?? 0) + points);
  // In a letter a number stands amid a sentence.
  if (rows.some(({ text }) => text.length < 30 && readIdNumber(text) !== undefined)) add('id-front', 3);
  if (rows.some(({ text }) => /\d{2}.?-/.test(text) && readValidity(text) !== undefined)) add('id-back', 2);
  const [first = NONE, second = NONE] = [...signs].sort((a, b) => b[1] - a[1]);
  return [first, second];
}

const NONE: readonly [Worded, number] = ['letter', 0];

function withoutWords(lines: readonly Line[], { skinOval = 0, cardFound }: Signals, most: number): Document {
  const letters = lines.reduce((sum, { text, confidence }) => sum + (confidence > 0.7 ? text.length : 0), 0);
  if (skinOval >= FACE && letters < HARDLY_ANY) {
    return cardFound === true
      ? { document: 'person-with-document', sure: 0.4, fields: {} }
      : { document: 'face', sure: 0.9 * skinOval, fields: {} };
  }
  return { document: 'other', sure: 1 - most / PLENTY, fields: {} };
}

/** Over which shares of the picture's width and height its text reaches; what was hardly read does not count. */
function extent(lines: readonly Line[], { width, height }: Size): { readonly across: number; readonly down: number } {
  const sure = lines.filter(({ text, confidence }) => text.length > 1 && confidence >= 0.8);
  const points = (sure.length > 0 ? sure : lines).flatMap(({ box }) => box);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return {
    across: (Math.max(...xs) - Math.min(...xs)) / width,
    down: (Math.max(...ys) - Math.min(...ys)) / height,
  };
}
