import type { Box, Point } from './line.ts';

/** A rectangle that lies at an angle: `width` runs along `angle` (radians, clockwise on a screen), `height` across it. */
export interface TurnedRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The rectangle of least area around points (one of its sides lies on a side of their hull); its width is the longer side. */
export function smallestRect(points: readonly Point[]): TurnedRect {
  const hull = convexHull(points);
  let best: TurnedRect = { x: hull[0]?.x ?? 0, y: hull[0]?.y ?? 0, width: 0, height: 0, angle: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const [at, from] of hull.entries()) {
    const to = hull[(at + 1) % hull.length] ?? from;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const rect = rectAt(hull, angle);
    if (rect.width * rect.height >= least) continue;
    least = rect.width * rect.height;
    best = rect;
  }
  return best.width >= best.height ? best : quarter(best);
}

/** The same rectangle with its width along the other side. */
export function quarter({ x, y, width, height, angle }: TurnedRect): TurnedRect {
  return { x, y, width: height, height: width, angle: angle + Math.PI / 2 };
}

/** The corners, the first at the upper left of whoever reads along `angle`. */
export function cornersOf({ x, y, width, height, angle }: TurnedRect): Box {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corner = (along: number, across: number): Point => ({
    x: x + (along * width * cos - across * height * sin) / 2,
    y: y + (along * width * sin + across * height * cos) / 2,
  });
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

function rectAt(hull: readonly Point[], angle: number): TurnedRect {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** Andrew's monotone chain (1979). */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (run: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of run) {
      for (let [a, b] = chain.slice(-2); a && b && cross(a, b, point) <= 0; [a, b] = chain.slice(-2)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  return hull.length > 0 ? hull : sorted.slice(0, 1);
}

function cross(from: Point, a: Point, b: Point): number {
  return (a.x - from.x) * (b.y - from.y) - (a.y - from.y) * (b.x - from.x);
}
