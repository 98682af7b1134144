import '../quiet-onnx.ts';
import { InferenceSession } from 'onnxruntime-node';
import type { Pixels } from '../pixels.ts';
import type { Spelled } from './ctc.ts';
import { createDetect } from './detector.ts';
import { along, directionOf, readingOrder } from './direction.ts';
import type { Line } from './line.ts';
import { createRecognise, type Recognise } from './recogniser.ts';
import { cornersOf, type TurnedRect } from './turned-rect.ts';
import { createUpsideDown } from './upside-down.ts';
import { findWeights } from './weights.ts';

/** What was read in a picture. */
export interface Reading {
  /** From above, a row from its left, as one reads it upright. */
  readonly lines: readonly Line[];
  /** By how much the text is turned clockwise; turned back by it, the picture is upright. 0 where there is too little of it. */
  readonly turned: 0 | 90 | 180 | 270;
}

/** Reads the text in pictures: PP-OCRv4 on ONNX. */
export interface Reader {
  read(pixels: Pixels): Promise<Reading>;
  close(): Promise<void>;
}

/** Lines that are read less surely on average may stand on their heads after all. */
const UNSURE = 0.7;
/** A line that was read less surely is noise. */
const NOISE = 0.5;
/** So few letters do not tell how a picture is turned. */
const FEW = 4;
/** Lines that are read both ways where it is not clear how they stand. */
const TRIED = 3;

/** Loads the three networks, 16 MB; throws where a file is missing or the platform has no runtime. `threads` are those of one network. */
export async function createReader({ threads }: { readonly threads: number }): Promise<Reader> {
  const weights = await findWeights();
  const open = (file: string, enableCpuMemArena: boolean) =>
    InferenceSession.create(file, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      enableCpuMemArena,
      enableMemPattern: false, // It plans for one shape; every line has its own.
    });
  // An arena keeps the memory of the largest input. The detector's is bounded, and asking anew each time costs it a quarter
  // of its time; the recogniser's is as wide as any line.
  const sessions = await Promise.all([
    open(weights.detector, true),
    open(weights.classifier, false),
    open(weights.recogniser, false),
  ]);
  const [detector, classifier, recogniser] = sessions;
  const detect = createDetect(detector);
  const upsideDown = createUpsideDown(classifier);
  const recognise = createRecognise(recogniser, weights.characters);

  return {
    async read(pixels) {
      const found = await detect(pixels);
      if (found.length === 0) return { lines: [], turned: 0 };
      const level = directionOf(found);
      const lying = found.map((rect) => along(rect, level));
      const down = (await upsideDown(pixels, lying)) > 0.5;
      const first = await readAlong(pixels, lying, down ? level + Math.PI : level, recognise);
      const best = (await isOtherWay(pixels, first, recognise))
        ? await readAlong(pixels, lying, first.direction + Math.PI, recognise)
        : first;
      const lines = best.rects.flatMap((rect, at) => lineOf(rect, best.spelled[at]));
      const letters = lines.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0);
      return { lines, turned: letters < FEW ? 0 : quarters(best.direction) };
    },
    async close() {
      await Promise.all(sessions.map((session) => session.release()));
    },
  };
}

interface Read {
  readonly direction: number;
  readonly rects: readonly TurnedRect[];
  readonly spelled: readonly Spelled[];
}

async function readAlong(
  pixels: Pixels,
  lying: readonly TurnedRect[],
  direction: number,
  recognise: Recognise,
): Promise<Read> {
  const rects = readingOrder(
    lying.map((rect) => along(rect, direction)),
    direction,
  );
  return { direction, rects, spelled: await recognise(pixels, rects) };
}

/** Whether the longest lines read better upside down, where they read badly. */
async function isOtherWay(pixels: Pixels, { rects, spelled }: Read, recognise: Recognise): Promise<boolean> {
  if (mean(spelled) >= UNSURE) return false;
  const longest = [...rects.keys()].sort((a, b) => (rects[b]?.width ?? 0) - (rects[a]?.width ?? 0)).slice(0, TRIED);
  const upset = longest.map((at) => rects[at] as TurnedRect).map((rect) => ({ ...rect, angle: rect.angle + Math.PI }));
  return mean(await recognise(pixels, upset)) > mean(longest.map((at) => spelled[at] as Spelled)) + 0.05;
}

function mean(spelled: readonly Spelled[]): number {
  return spelled.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, spelled.length);
}

function lineOf(rect: TurnedRect, spelled: Spelled | undefined): readonly Line[] {
  const text = spelled?.text.trim() ?? '';
  if (!spelled || text === '' || spelled.confidence < NOISE) return [];
  return [{ text, confidence: spelled.confidence, box: cornersOf(rect), height: rect.height }];
}

function quarters(direction: number): Reading['turned'] {
  const turns = ((Math.round(direction / (Math.PI / 2)) % 4) + 4) % 4;
  return ([0, 90, 180, 270] as const)[turns] ?? 0;
}
