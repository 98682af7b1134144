import type { Line } from '../ocr/line.ts';
import { type Row, rowsOf } from '../ocr/rows.ts';
import { screenSigns } from '../screenshot/is-screenshot.ts';
import type { DocumentKind, Signals, Size } from './document-kind.ts';
import { backFields, certificateFields, type Fields, frontFields, licenceFields } from './fields.ts';
import { FEWEST, PLENTY, type Points, pointsOf } from './points.ts';
import { readName } from './read-name.ts';
import type { Worded } from './signs.ts';

/** What a picture shows, how sure that is (0 to 1; ask below 0.5), and what could be read on it. */
export interface Document {
  readonly document: DocumentKind;
  readonly sure: number;
  readonly fields: Fields;
  /** The document that a screen shows: its words leave no doubt, and one of its fields was read. */
  readonly shows?: Worded;
}

/** Letters in a picture "without text": a logo, a misread pattern. */
const HARDLY_ANY = 6;
/** A document in somebody's hands fills less of the picture than one that was photographed for itself. */
const HELD = 0.6;
/** From this likelihood on there is somebody's face. */
const FACE = 0.5;

/** What a picture shows, by its words, their places, and what its pixels tell; `told` is what a person says that it is. */
export function documentOf(lines: readonly Line[], size: Size, signals: Signals = {}, told?: DocumentKind): Document {
  const rows = rowsOf(lines);
  if (told) return { document: told, sure: 1, fields: fieldsOf(told, rows) };
  const [first, second] = pointsOf(rows);
  const screen = screenSigns(size, lines, signals);
  if (screen.sure >= 0.5 && (screen.words || first.points < FEWEST)) return onScreen(first, rows, screen.sure, signals);
  if (first.points < FEWEST) return withoutWords(lines, signals, first.points);
  const sure = Math.min(1, first.points / PLENTY) * (1 - 0.5 * Math.min(1, second.points / first.points));
  const text = extent(lines, size);
  const held = Math.max(text.across, text.down) < HELD && (signals.skinOval ?? 0) >= FACE;
  return { document: held ? 'person-with-document' : first.kind, sure, fields: fieldsOf(first.kind, rows) };
}

/** A screen whose own words matter (`screenWords`) is not there for what it shows. */
function onScreen(
  { kind, points }: Points,
  rows: readonly Row[],
  sure: number,
  { screenWords = false }: Signals,
): Document {
  const fields = points >= PLENTY && !screenWords ? fieldsOf(kind, rows) : {};
  const { idNumber, creditCode, validity } = fields;
  if (idNumber || creditCode || validity) return { document: 'screenshot', sure, fields, shows: kind };
  const name = readName(rows, 'screen');
  return { document: 'screenshot', sure, fields: name ? { name } : {} };
}

function fieldsOf(kind: DocumentKind, rows: readonly Row[]): Fields {
  switch (kind) {
    case 'id-front':
      return frontFields(rows);
    case 'id-back':
      return backFields(rows);
    case 'business-licence':
      return licenceFields(rows);
    case 'domain-certificate':
      return certificateFields(rows);
    default:
      return {};
  }
}

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
