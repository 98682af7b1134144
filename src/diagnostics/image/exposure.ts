import type { Grey } from './grey.ts';

/** How the light is spread: luminance of 0 to 255, shares of 0 to 1. */
export interface Exposure {
  /** 95 % of the pixels are not lighter. Good about 235, a dark photo 43, a darker one 19 (measured). */
  readonly p95: number;
  /** Pixels below 30. */
  readonly darkShare: number;
  /** Pixels that are white in every channel. Good at most 0.2 %, over-exposed 49 to 95 % (measured). */
  readonly whiteShare: number;
}

const DARK = 30;

/** Saturated: paper photographed well stays below it in at least one channel, an over-exposed one reaches it in all three. */
export const WHITE = 252;

/** `grey` is the luminance, `least` the smallest channel of each pixel. */
export function exposure(grey: Grey, least: Grey): Exposure {
  const counts = new Uint32Array(256);
  for (const value of grey.data) counts[value] = (counts[value] as number) + 1;
  let white = 0;
  for (const value of least.data) if (value >= WHITE) white++;
  const total = grey.data.length;
  const dark = counts.subarray(0, DARK).reduce((sum, count) => sum + count, 0);
  return { p95: percentile(counts, total * 0.95), darkShare: dark / total, whiteShare: white / total };
}

/** The value that so many are not above, by how often each value occurs. */
export function percentile(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let value = 0; value < counts.length; value++) {
    sum += counts[value] as number;
    if (sum >= wanted) return value;
  }
  return counts.length - 1;
}
