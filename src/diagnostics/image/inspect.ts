import type { DocumentKind } from './document/document-kind.ts';
import type { Evidence } from './evidence.ts';
import { fileHash, fingerprint } from './fingerprint.ts';
import { boxAround } from './fix.ts';
import { judge, judgeRefused } from './judge.ts';
import { marksOf } from './marks.ts';
import { maskedFields, maskedLine } from './masked-text.ts';
import { measure } from './measure.ts';
import type { Reader, Reading } from './ocr/reader.ts';
import { type Opened, openPicture } from './open-picture.ts';
import { outline } from './outline.ts';
import type { PictureAdvice } from './picture-advice.ts';
import type { PictureReport, Seen } from './picture-report.ts';
import { pictureText } from './picture-text.ts';
import type { Pixels } from './pixels.ts';
import { placesOf } from './places.ts';
import { type ErrorText, errorsOnScreen } from './screenshot/errors-on-screen.ts';
import { isScreenshot } from './screenshot/is-screenshot.ts';
import { versionsOnScreen } from './screenshot/versions-on-screen.ts';
import { signals } from './signals.ts';
import { thumbnail } from './thumbnail.ts';

interface InspectOptions {
  readonly name?: string;
  /** The kind that a person says it is, where the picture does not tell. */
  readonly told?: DocumentKind;
  /** YYYY-MM-DD, the day it is for the person. */
  readonly today: string;
  /** Without it no text is read: no kind, no dates, no numbers. */
  readonly reader?: Reader;
  readonly advice: PictureAdvice;
  /** The closed list of error strings, for screenshots. */
  readonly errors: readonly ErrorText[];
}

/** Everything about one picture: opened, read, measured, judged. Never throws for what a file holds. */
export async function inspect(bytes: Uint8Array, options: InspectOptions): Promise<PictureReport> {
  const opened = await openPicture(bytes, options.name);
  const hash = fileHash(bytes);
  if (opened.is === 'refused') return { is: 'refused', ...judgeRefused(opened), fileHash: hash };
  const { pixels } = opened;
  const reading = await options.reader?.read(pixels);
  const evidence = await evidenceOf(opened, reading, options);
  const judged = judge(evidence);
  const marks = marksOf(evidence, judged.findings);
  const lines = reading?.lines ?? [];
  const errors = evidence.text?.document === 'screenshot' ? errorsOnScreen(lines, options.errors) : [];
  const places = placesOf(
    evidence,
    marks,
    lines,
    errors.map(({ line }) => line),
    pixels,
  );
  const seen: Seen = {
    facts: opened.facts,
    fingerprint: await fingerprint(pixels),
    turned: evidence.text?.turned ?? 0,
    ...described(evidence, reading, options),
    ...(evidence.outline && { outline: evidence.outline }),
    ...(places.length > 0 && { places }),
    ...(marks.length > 0 && { thumbnail: await thumbnail(pixels, marks) }),
  };
  return { is: 'checked', ...judged, fileHash: hash, seen };
}

/** Longer over shorter edge: a face with its hair is rounder than any document. */
const LEAST_CARD = 1.3;

async function evidenceOf(
  { pixels, facts }: Extract<Opened, { is: 'open' }>,
  reading: Reading | undefined,
  { today, advice, errors, told }: InspectOptions,
): Promise<Evidence> {
  const looks = await signals(pixels);
  const tells = { ...looks, screenWords: reading !== undefined && tellsOfScreen(reading, errors) };
  const isScreen = !told && reading !== undefined && isScreenshot(pixels, reading.lines, tells);
  const found = isScreen ? undefined : await outline(pixels, reading ? middlesOf(reading, pixels) : []);
  const cardFound = found?.is === 'complete';
  const isCard = cardFound && found.aspect > LEAST_CARD;
  const text = reading && pictureText(reading, pixels, { ...tells, cardFound: isCard }, told);
  return {
    facts,
    measures: await measure(pixels, found && boxAround(found, pixels, 0)),
    looks,
    outline: found,
    cardPixels: cardFound ? found.length * Math.max(facts.width, facts.height) : undefined,
    text,
    isScreenshot: isScreen,
    ...(told && { told }),
    today,
    advice,
  };
}

function tellsOfScreen({ lines }: Reading, errors: InspectOptions['errors']): boolean {
  return errorsOnScreen(lines, errors).length > 0 || Object.keys(versionsOnScreen(lines)).length > 0;
}

/** The middles of the lines, as shares of the frame. */
function middlesOf({ lines }: Reading, { width, height }: Pixels) {
  return lines.map(({ box }) => ({
    x: (box[0].x + box[2].x) / 2 / width,
    y: (box[0].y + box[2].y) / 2 / height,
  }));
}

function described({ text, told = 'other' }: Evidence, reading: Reading | undefined, { errors }: InspectOptions) {
  if (!reading || !text) return { document: told, sure: 0, fields: {}, lines: [] };
  const { document, sure, fields, shows } = text;
  const masked = (line: string) => maskedLine(line, shows ?? document, fields);
  const screen = document === 'screenshot' && {
    errors: errorsOnScreen(reading.lines, errors).map((error) => ({ ...error, line: masked(error.line) })),
    versions: versionsOnScreen(reading.lines),
    ...(shows && { shows }),
  };
  return {
    document,
    sure,
    fields: maskedFields(fields),
    lines: reading.lines.map((line) => masked(line.text)),
    ...(screen && { screen }),
  };
}
