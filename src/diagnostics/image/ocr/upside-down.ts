import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { Pixels } from '../pixels.ts';
import { crop, plane } from './crop.ts';
import type { TurnedRect } from './turned-rect.ts';

const WIDTH = 192;
const HEIGHT = 48;
/** Lines that are asked; a whole picture is upside down or it is not. */
const ASKED = 6;

/** How likely the lines stand on their heads, 0 to 1. */
type UpsideDown = (pixels: Pixels, rects: readonly TurnedRect[]) => Promise<number>;

/** PaddleOCR's 0°/180° classifier on the longest lines; each counts by its length. */
export function createUpsideDown(session: InferenceSession): UpsideDown {
  return async function upsideDown(pixels, rects) {
    const asked = [...rects].sort((a, b) => b.width / b.height - a.width / a.height).slice(0, ASKED);
    if (asked.length === 0) return 0;
    const size = 3 * HEIGHT * WIDTH;
    const input = new Float32Array(asked.length * size);
    for (const [at, rect] of asked.entries()) {
      const width = Math.max(1, Math.min(WIDTH, Math.ceil((rect.width / rect.height) * HEIGHT)));
      plane(crop(pixels, rect, width, HEIGHT), input, at * size, WIDTH);
    }
    const output = await session.run({ x: new Tensor('float32', input, [asked.length, 3, HEIGHT, WIDTH]) });
    const odds = output[session.outputNames[0] ?? '']?.data as Float32Array;
    let [down, all] = [0, 0];
    for (const [at, { width }] of asked.entries()) {
      down += width * (odds[at * 2 + 1] as number);
      all += width;
    }
    return down / all;
  };
}
