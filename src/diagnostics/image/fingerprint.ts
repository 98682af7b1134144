import { createHash } from 'node:crypto';
import { luminance } from './grey.ts';
import type { Pixels } from './pixels.ts';
import { pixelsFrom, rawImage } from './raw.ts';

/** Side of the small grey copy whose slow waves are looked at. */
const SIDE = 32;
/** Waves per direction, without the constant: 8 x 8 bits. */
const WAVES = 8;

/**
 * A picture's perceptual hash: 64 bits as 16 hexadecimal digits. Each bit says
 * whether one of its 64 slowest waves (discrete cosine transform of a 32 x 32
 * grey copy, Zauner's pHash, 2010) is above their median.
 */
export async function fingerprint(pixels: Pixels): Promise<string> {
  const { data } = luminance(await pixelsFrom(rawImage(pixels).resize({ width: SIDE, height: SIDE, fit: 'fill' })));
  const waves: number[] = [];
  for (let v = 1; v <= WAVES; v++) for (let u = 1; u <= WAVES; u++) waves.push(wave(data, u, v));
  const median = [...waves].sort((a, b) => a - b)[waves.length / 2] as number;
  const bits = waves.reduce((all, value) => (all << 1n) | (value >= median ? 1n : 0n), 0n);
  return bits.toString(16).padStart(16, '0');
}

function wave(data: Uint8Array, u: number, v: number): number {
  let sum = 0;
  for (let y = 0; y < SIDE; y++) {
    const down = Math.cos(((2 * y + 1) * v * Math.PI) / (2 * SIDE));
    for (let x = 0; x < SIDE; x++)
      sum += (data[y * SIDE + x] as number) * down * Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE));
  }
  return sum;
}

/** Bits in which two fingerprints differ, 0 to 64. */
export function distance(a: string, b: string): number {
  return [...(BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2)].filter((bit) => bit === '1').length;
}

/** Bits that may differ between two files of the same picture. */
const NEAR = 6;

/** Whether two pictures are the same but for size, compression or a little light. */
export function near(a: string, b: string): boolean {
  return distance(a, b) <= NEAR;
}

/** SHA-256 as hexadecimal digits: the very same file. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
