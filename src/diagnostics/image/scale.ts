import type { Outline } from './outline.ts';

/** What is compared of an outline. */
type Whole = Pick<Outline, 'is' | 'area'>;

/**
 * How much larger the card is in one photo than in the other: the square root
 * of the ratio of its areas, each as a share of its frame. Undefined where one
 * of them was not found whole. Measured: same distance 0.976 to 1.024,
 * another one from 1.33 or to 0.81.
 */
export function scale(front: Whole | undefined, back: Whole | undefined): number | undefined {
  if (front?.is !== 'complete' || back?.is !== 'complete') return undefined;
  return Math.sqrt(front.area / back.area);
}
