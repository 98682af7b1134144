import type OpenCv from '@techstark/opencv-js';
import type { Cv } from './opencv.ts';
import type { Side } from './outline.ts';
import type { Pixels } from './pixels.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Corners = readonly [Point, Point, Point, Point];

/** Something with four corners. Shares of the frame, as in `Outline`. */
export interface Candidate {
  readonly corners: Corners;
  /** Where the frame cuts it off. */
  readonly sides: readonly Side[];
  /** Where it runs along the frame, cut off or not. */
  readonly touched: readonly Side[];
  readonly area: number;
  readonly aspect: number;
  readonly length: number;
  /** Share of the quadrilateral that the contour fills. */
  readonly fills: number;
}

type Mat = OpenCv.Mat;

/** All the quadrilaterals of a picture: where lightness or colour splits in two (Otsu, in Lab), and where edges close (Canny). */
export function candidates(cv: Cv, { data, width, height }: Pixels): readonly Candidate[] {
  const kept: { delete(): void }[] = [];
  const keep = <T extends { delete(): void }>(thing: T): T => {
    kept.push(thing);
    return thing;
  };
  try {
    const rgb = keep(new cv.Mat(height, width, cv.CV_8UC3));
    rgb.data.set(data);
    const calm = keep(new cv.Mat());
    cv.GaussianBlur(rgb, calm, new cv.Size(5, 5), 0);
    const lab = keep(new cv.Mat());
    cv.cvtColor(calm, lab, cv.COLOR_RGB2Lab);
    const channels = keep(new cv.MatVector());
    cv.split(lab, channels);
    const masks: Mat[] = [];
    for (let at = 0; at < 3; at++) {
      const channel = keep(channels.get(at));
      for (const kind of [cv.THRESH_BINARY, cv.THRESH_BINARY_INV]) {
        const mask = keep(new cv.Mat());
        cv.threshold(channel, mask, 0, 255, kind | cv.THRESH_OTSU);
        masks.push(closed(cv, keep, mask, 9));
      }
      if (at > 0) continue;
      const edges = keep(new cv.Mat());
      cv.Canny(channel, edges, 30, 90);
      masks.push(closed(cv, keep, edges, 5));
    }
    return masks.flatMap((mask) => quadrilaterals(cv, keep, mask));
  } finally {
    for (const thing of kept) thing.delete();
  }
}

type Keep = <T extends { delete(): void }>(thing: T) => T;

function closed(cv: Cv, keep: Keep, mask: Mat, size: number): Mat {
  const kernel = keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(size, size)));
  cv.morphologyEx(mask, mask, cv.MORPH_CLOSE, kernel);
  return mask;
}

function quadrilaterals(cv: Cv, keep: Keep, mask: Mat): readonly Candidate[] {
  const contours = keep(new cv.MatVector());
  cv.findContours(mask, contours, keep(new cv.Mat()), cv.RETR_EXTERNAL, cv.CHAIN_APPROX_NONE);
  const found: Candidate[] = [];
  for (let at = 0; at < contours.size(); at++) {
    const contour = keep(contours.get(at));
    const area = cv.contourArea(contour);
    if (area < (mask.rows * mask.cols) / 30) continue;
    const corners = fourCorners(cv, keep, contour);
    if (corners) found.push(candidate(corners, area, pointsOf(contour), mask.cols, mask.rows));
  }
  return found;
}

function pointsOf(contour: Mat): readonly Point[] {
  const { data32S } = contour;
  return Array.from({ length: data32S.length / 2 }, (_, at) => ({
    x: data32S[2 * at] as number,
    y: data32S[2 * at + 1] as number,
  }));
}

/** A hull made simpler until four corners are left; a card's are round. */
function fourCorners(cv: Cv, keep: Keep, contour: Mat): readonly Point[] | undefined {
  const hull = keep(new cv.Mat());
  cv.convexHull(contour, hull);
  const around = cv.arcLength(hull, true);
  for (const coarse of [0.015, 0.025, 0.04, 0.06]) {
    const simple = keep(new cv.Mat());
    cv.approxPolyDP(hull, simple, coarse * around, true);
    const points = pointsOf(simple);
    if (points.length === 4) return points;
    if (points.length < 4) return undefined;
  }
  return undefined;
}

/** The sides of the frame that a contour runs along, and those where it does so between two of its corners: one corner alone only reaches it. */
function sidesOf(corners: readonly Point[], contour: readonly Point[], width: number, height: number) {
  const to: Readonly<Record<Side, readonly [distance: (point: Point) => number, across: number, along: number]>> = {
    left: [({ x }) => x, width, height],
    right: [({ x }) => width - 1 - x, width, height],
    top: [({ y }) => y, height, width],
    bottom: [({ y }) => height - 1 - y, height, width],
  };
  const touched = (Object.keys(to) as Side[]).filter((side) => {
    const [distance, , along] = to[side];
    return contour.filter((point) => distance(point) < TOUCH).length > along * CUT;
  });
  const sides = touched.filter((side) => {
    const [distance, across] = to[side];
    return corners.filter((corner) => distance(corner) < across * CORNER).length >= 2;
  });
  return { touched, sides };
}

/** How near to the side its corners are, as a share of the frame. */
const CORNER = 0.025;
/** Pixels from the frame that still count as touching it. */
const TOUCH = 3;
/** A side is cut where so large a share of the frame's side is touched: a corner that just reaches it is not. */
const CUT = 0.12;

function candidate(
  corners: readonly Point[],
  area: number,
  contour: readonly Point[],
  width: number,
  height: number,
): Candidate {
  const ordered = clockwise(corners);
  const lengths = ordered.map(({ x, y }, at) => {
    const next = ordered[(at + 1) % 4] as Point;
    return Math.hypot(next.x - x, next.y - y);
  });
  const [first = 0, second = 0, third = 0, fourth = 0] = lengths;
  const [across, down] = [(first + third) / 2, (second + fourth) / 2];
  const longer = Math.max(across, down);
  return {
    corners: ordered.map(({ x, y }) => ({ x: x / width, y: y / height })) as unknown as Corners,
    ...sidesOf(ordered, contour, width, height),
    area: area / (width * height),
    aspect: longer / Math.max(1, Math.min(across, down)),
    length: longer / Math.max(width, height),
    fills: area / Math.max(1, areaOf(ordered)),
  };
}

/** Clockwise (the y axis runs down), from the one nearest to the upper left. */
function clockwise(corners: readonly Point[]): readonly Point[] {
  const centre = { x: mean(corners.map(({ x }) => x)), y: mean(corners.map(({ y }) => y)) };
  const angle = ({ x, y }: Point) => Math.atan2(y - centre.y, x - centre.x);
  const round = [...corners].sort((a, b) => angle(a) - angle(b));
  const start = round.reduce((best, { x, y }, at) => (x + y < sum(round[best]) ? at : best), 0);
  return [...round.slice(start), ...round.slice(0, start)];
}

function sum(point: Point | undefined): number {
  return point ? point.x + point.y : Number.POSITIVE_INFINITY;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function areaOf(corners: readonly Point[]): number {
  return Math.abs(
    corners.reduce((total, { x, y }, at) => {
      const next = corners[(at + 1) % corners.length] as Point;
      return total + x * next.y - next.x * y;
    }, 0) / 2,
  );
}
