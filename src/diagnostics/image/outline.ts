import { withCv } from './opencv.ts';
import type { Pixels } from './pixels.ts';
import { type Candidate, type Corners, candidates, type Point } from './quadrilaterals.ts';
import { small } from './raw.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Where the document lies. What is not found is undefined everywhere: "cannot tell", never "incomplete". */
export interface Outline {
  /** All four corners are inside the frame, or the frame cuts it off. */
  readonly is: 'complete' | 'cut';
  /** The sides where the frame cuts it off. */
  readonly sides: readonly Side[];
  /** Clockwise from the upper left, as shares of the frame. */
  readonly corners: Corners;
  /** Share of the frame. */
  readonly area: number;
  /** Longer edge over shorter edge in pixels: 1.586 for an identity card seen straight. */
  readonly aspect: number;
  /** The longer edge as a share of the frame's longer side. */
  readonly length: number;
}

/** Longest side of the picture that is searched, in pixels. */
const SEARCHED = 640;

/** How much of its quadrilateral a contour has to fill. */
const FILLS = 0.88;
/** Longer to shorter edge: cards 1.59, A4 1.41, two pages side by side 2.8. */
const MOST_ASPECT = 3.2;
/** Shares of the frame: a smaller quadrilateral may be the portrait on the card, unless it holds the text. */
const LEAST = { alone: 0.14, withText: 0.03, cut: 0.2 };
/** Lines that have to be read before they tell where the document is, and the share of them that it holds. */
const TELLING_LINES = 3;
const HOLDS = 0.7;

/**
 * The outline of the largest document; undefined where none is found, as on a
 * card that fills the frame. `text`: the middles of the lines that were read,
 * as shares of the frame; a quadrilateral without them is another thing.
 */
export async function outline(pixels: Pixels, text: readonly Point[] = []): Promise<Outline | undefined> {
  const searched = await small(pixels, SEARCHED);
  const found = await withCv((cv) => candidates(cv, searched));
  const fitting = found.filter((candidate) => fits(candidate, text));
  const best = fitting.reduce<Candidate | undefined>((a, b) => (a && worth(a) >= worth(b) ? a : b), undefined);
  if (!best) return undefined;
  const { sides, corners, area, aspect, length } = best;
  return { is: sides.length > 0 ? 'cut' : 'complete', sides, corners, area, aspect, length };
}

function fits(candidate: Candidate, text: readonly Point[]): boolean {
  const { fills, area, aspect, sides, touched, corners } = candidate;
  if (fills < FILLS || aspect > MOST_ASPECT || (sides.length > 0 && touchesOpposite(touched))) return false;
  const telling = text.length >= TELLING_LINES;
  if (telling && text.filter((point) => isInside(point, corners)).length < text.length * HOLDS) return false;
  return area >= (sides.length > 0 ? LEAST.cut : telling ? LEAST.withText : LEAST.alone);
}

/** From one side of the frame to the other: a desk, a wall, or a card as wide as the frame. Nothing to tell. */
function touchesOpposite(sides: readonly Side[]): boolean {
  return (sides.includes('left') && sides.includes('right')) || (sides.includes('top') && sides.includes('bottom'));
}

function worth({ area, fills }: Candidate): number {
  return area * fills ** 4;
}

/** The corners run clockwise: inside, every edge has the point on the same hand. */
function isInside({ x, y }: Point, corners: Corners): boolean {
  return corners.every((from, at) => {
    const to = corners[(at + 1) % 4] as Point;
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) >= 0;
  });
}
