import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { Pixels } from '../pixels.ts';
import { crop, plane } from './crop.ts';
import { type Spelled, spell } from './ctc.ts';
import type { TurnedRect } from './turned-rect.ts';

const HEIGHT = 48;
/** Widths are rounded up to it: the network halves them four times. */
const STEP = 16;
const NARROWEST = 48;
/** A longer line is squeezed: 33 times as long as high. */
const WIDEST = 1_600;

/** Reads lines, each cut out along its width; answers in their order. */
export type Recognise = (pixels: Pixels, rects: readonly TurnedRect[]) => Promise<readonly Spelled[]>;

/**
 * The recogniser of PP-OCRv4 with its characters by class: blank, the
 * dictionary, space. Line by line, since on one thread a batch saves nothing
 * (35 ms for 320 columns, 378 ms for eight times 320) and its padding costs.
 */
export function createRecognise(session: InferenceSession, characters: readonly string[]): Recognise {
  const output = session.outputNames[0] ?? '';
  return async function recognise(pixels, rects) {
    const found: Spelled[] = [];
    for (const rect of rects) {
      const natural = Math.min(WIDEST, Math.max(1, Math.round((rect.width / rect.height) * HEIGHT)));
      const width = Math.max(NARROWEST, Math.ceil(natural / STEP) * STEP);
      const input = new Float32Array(3 * HEIGHT * width);
      plane(crop(pixels, rect, natural, HEIGHT), input, 0, width);
      const { [output]: odds } = await session.run({ x: new Tensor('float32', input, [1, 3, HEIGHT, width]) });
      found.push(spell(odds?.data as Float32Array, odds?.dims[1] ?? 0, characters));
    }
    return found;
  };
}
