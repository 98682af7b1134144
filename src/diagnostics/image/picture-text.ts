import { findNear } from '../../text/find-near.ts';
import type { DocumentKind, Signals } from './document/document-kind.ts';
import { type Document, documentOf } from './document/document-of.ts';
import type { PictureText } from './evidence.ts';
import type { Line } from './ocr/line.ts';
import type { Reading } from './ocr/reader.ts';
import type { Side } from './outline.ts';
import type { Pixels } from './pixels.ts';

/**
 * What the lines of a picture come to: its kind, its fields, how surely they were read, whether the frame cuts them.
 * `told` is the kind that a person says it is.
 */
export function pictureText(
  { lines, turned }: Reading,
  size: Omit<Pixels, 'data'>,
  signals: Signals,
  told?: DocumentKind,
): PictureText {
  const document = documentOf(lines, size, signals, told);
  return {
    ...document,
    confidence: confidenceOf(lines),
    lines: lines.length,
    turned,
    cutAt: cutAt(lines, size),
    reach: reach(lines, size),
    missing: [...missing(document.document, lines), ...missingNumber(document)],
  };
}

function confidenceOf(lines: readonly Line[]): number {
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : lines.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / letters;
}

/** Distance from the frame, as a share of its side, within which a line is cut: documents have margins. */
const AT_FRAME = 0.004;
/** A shorter or less surely read line at the frame may be anything. */
const SURE = 0.6;

function cutAt(lines: readonly Line[], { width, height }: Omit<Pixels, 'data'>): readonly Side[] {
  const counted = lines.filter(({ text, confidence }) => text.length > 1 && confidence >= SURE);
  const touches: Readonly<Record<Side, (line: Line) => boolean>> = {
    left: ({ box }) => box.some(({ x }) => x <= width * AT_FRAME),
    right: ({ box }) => box.some(({ x }) => x >= width * (1 - AT_FRAME)),
    top: ({ box }) => box.some(({ y }) => y <= height * AT_FRAME),
    bottom: ({ box }) => box.some(({ y }) => y >= height * (1 - AT_FRAME)),
  };
  return (Object.keys(touches) as Side[]).filter((side) => counted.some(touches[side]));
}

function reach(lines: readonly Line[], { width, height }: Omit<Pixels, 'data'>): PictureText['reach'] {
  const points = lines.flatMap(({ box }) => box);
  if (points.length === 0) return { across: 0, down: 0 };
  const span = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return { across: span(points.map(({ x }) => x)) / width, down: span(points.map(({ y }) => y)) / height };
}

/** A number of which the frame or a finger took a part is none of 18 characters. */
function missingNumber({ document, fields }: Document): readonly string[] {
  return document === 'id-front' && !fields.idNumber ? ['完整的号码'] : [];
}

/** What stands on every card of its kind, at its ends. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'id-front': ['姓名', '住址', '公民身份号码'],
  'id-back': ['中华人民共和国', '居民身份证', '有效期限'],
  'business-licence': ['营业执照', '登记机关'],
  'domain-certificate': ['证书'],
};

function missing(document: string, lines: readonly Line[]): readonly string[] {
  const text = lines.map((line) => line.text.replace(/\s/g, '')).join('\n');
  return (EXPECTED[document] ?? []).filter(
    (word) => findNear(text, word, word.length >= 4 ? Math.floor(word.length / 3) : 0) === undefined,
  );
}
