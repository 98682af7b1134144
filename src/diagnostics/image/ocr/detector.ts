import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { Pixels } from '../pixels.ts';
import { rawImage } from '../raw.ts';
import { textRegions } from './text-regions.ts';
import type { TurnedRect } from './turned-rect.ts';

/** Pixels that the network looks at: its time grows with them (about 0.2 s for these on one core). */
const AREA = 430_000;
/** Where half of the lines come out lower than so many of them, it looks once more, at twice as many. */
const SMALL = 14;
/** Both sides must be multiples of it. */
const STEP = 32;
/** Of the channels blue, green, red, in the order in which PaddleOCR feeds them. */
const MEAN = [0.485, 0.456, 0.406] as const;
const DEVIATION = [0.229, 0.224, 0.225] as const;

/** Finds lines of text, in pixels of the picture. */
type Detect = (pixels: Pixels) => Promise<readonly TurnedRect[]>;

/** The text detector of PP-OCRv4 (DB). */
export function createDetect(session: InferenceSession): Detect {
  return async function detect(pixels) {
    const scale = Math.min(1, Math.sqrt(AREA / (pixels.width * pixels.height)));
    const found = await look(session, pixels, scale);
    const heights = found.map(({ height }) => height * scale).sort((a, b) => a - b);
    const small = (heights[heights.length >> 1] ?? SMALL) < SMALL;
    return small && scale < 0.8 ? await look(session, pixels, Math.min(1, scale * Math.SQRT2)) : found;
  };
}

async function look(session: InferenceSession, pixels: Pixels, scale: number): Promise<readonly TurnedRect[]> {
  const width = stepped(pixels.width * scale);
  const height = stepped(pixels.height * scale);
  const input = planes(await resized(pixels, width, height), width * height);
  const output = await session.run({ x: new Tensor('float32', input, [1, 3, height, width]) });
  const map = output[session.outputNames[0] ?? '']?.data as Float32Array;
  const [byX, byY] = [pixels.width / width, pixels.height / height];
  return textRegions(map, width, height).map((rect) => stretched(rect, byX, byY));
}

function stepped(length: number): number {
  return Math.max(STEP, Math.round(length / STEP) * STEP);
}

async function resized(pixels: Pixels, width: number, height: number): Promise<Uint8Array> {
  if (width === pixels.width && height === pixels.height) return pixels.data;
  return await rawImage(pixels).resize(width, height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer();
}

function planes(rgb: Uint8Array, area: number): Float32Array {
  const out = new Float32Array(3 * area);
  for (let channel = 0; channel < 3; channel++) {
    const factor = 1 / (255 * (DEVIATION[channel] as number));
    const offset = (MEAN[channel] as number) / (DEVIATION[channel] as number);
    for (let at = 0, from = 2 - channel, to = channel * area; at < area; at++, from += 3) {
      out[to + at] = (rgb[from] as number) * factor - offset;
    }
  }
  return out;
}

/** A rectangle of the small picture in the whole one; the two axes differ by less than half a step. */
function stretched({ x, y, width, height, angle }: TurnedRect, byX: number, byY: number): TurnedRect {
  const [cos, sin] = [Math.cos(angle) * byX, Math.sin(angle) * byY];
  const along = Math.hypot(cos, sin);
  const across = Math.hypot(Math.sin(angle) * byX, Math.cos(angle) * byY);
  return { x: x * byX, y: y * byY, width: width * along, height: height * across, angle: Math.atan2(sin, cos) };
}
