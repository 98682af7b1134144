import { draw, type Easel, type Opened } from './easel.ts';

/** What only a look at the opened picture tells. */
export interface Measured {
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** A hint only: the service looks properly. */
  readonly isBlurred: boolean;
}

/** The longer side at which sharpness is measured, in pixels. */
const SIDE = 320;
/**
 * Variance of the Laplacian, at that size, below which a picture counts as blurred. Low on purpose: a plain document on
 * a plain table has few edges, and the service's own check decides.
 */
const SHARP = 12;

export async function measure(easel: Easel, image: Opened): Promise<Measured> {
  const { width, height } = image;
  return { width, height, isBlurred: (await sharpness(easel, image)) < SHARP };
}

async function sharpness(easel: Easel, image: Opened): Promise<number> {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const [width, height] = [Math.max(3, Math.round(image.width * scale)), Math.max(3, Math.round(image.height * scale))];
  const drawn = await draw(easel, image, width, height);
  if (!drawn) return Number.POSITIVE_INFINITY;
  const { data } = drawn.brush.getImageData(0, 0, width, height);
  await easel.rest(drawn.brush);
  return varianceOfEdges(greyOf(data), width, height);
}

function greyOf(data: Uint8ClampedArray): Float32Array {
  const grey = new Float32Array(data.length / 4);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = 0.299 * (data[4 * at] ?? 0) + 0.587 * (data[4 * at + 1] ?? 0) + 0.114 * (data[4 * at + 2] ?? 0);
  }
  return grey;
}

/** Of the Laplacian with four neighbours. */
function varianceOfEdges(grey: Float32Array, width: number, height: number): number {
  let sum = 0;
  let squares = 0;
  const count = (width - 2) * (height - 2);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge =
        4 * (grey[at] ?? 0) -
        (grey[at - 1] ?? 0) -
        (grey[at + 1] ?? 0) -
        (grey[at - width] ?? 0) -
        (grey[at + width] ?? 0);
      sum += edge;
      squares += edge * edge;
    }
  }
  return squares / count - (sum / count) ** 2;
}
