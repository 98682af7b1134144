import type { Piece } from './mere-name.ts';

/** Places that a text names in one breath, with the words before and after. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Piece[];
  /** Since the last mark or place. */
  readonly before: string;
  /** Since the last mark, places included. */
  readonly segment: string;
  /** Since the last full stop, places included. */
  readonly clause: string;
  /** Up to the next mark or place. */
  readonly after: string;
  /** Whether another place follows `after` at once. */
  readonly leads: boolean;
}

/** What joins two places into one group: nothing, 和, 、. */
const JOINS = /^(?:的?(?:公司|执照|主体|那家)?(?:[、/&+\s]|和|跟|与|及|以及|或者?|还是|and|or))*$/u;
const MARK = /[,。!?;、\n]|\.\s/u;
const STOP = /[。!?;\n]|\.\s/u;
/** Characters looked at on either side. */
const NEAR = 28;

/** Where names that are no places begin, and where they end. */
type Names = ReadonlyMap<number, number>;

export function group(text: string, pieces: readonly Piece[]): readonly Group[] {
  const sets: Piece[][] = [];
  const names: Names = new Map(pieces.flatMap(({ is, start, end }) => (is === 'place' ? [] : [[start, end] as const])));
  for (const piece of pieces) {
    if (piece.is !== 'place') continue;
    const last = sets.at(-1);
    const previous = last?.at(-1);
    if (last && previous && joined(text, previous, piece, names)) last.push(piece);
    else sets.push([piece]);
  }
  const ends = new Set(pieces.map((piece) => piece.end));
  return sets.map((set, at) => {
    const start = set[0]?.start ?? 0;
    const end = behindNames(set.at(-1)?.end ?? 0, names);
    let from = start;
    while (from > Math.max(0, start - NEAR) && !ends.has(from)) from--;
    const to = sets[at + 1]?.[0]?.start ?? text.length;
    const clause = since(text.slice(Math.max(0, start - 3 * NEAR), start), STOP);
    const after = text.slice(end, Math.min(to, end + NEAR));
    const mark = after.search(MARK);
    return {
      start,
      end: set.at(-1)?.end ?? 0,
      pieces: set,
      before: since(text.slice(from, start), MARK),
      segment: since(clause, MARK),
      clause,
      after: mark < 0 ? after : after.slice(0, mark),
      leads: mark < 0 && to <= end + NEAR && to < text.length,
    };
  });
}

function joined(text: string, one: Piece, other: Piece, names: Names): boolean {
  const between = text.slice(behindNames(one.end, names), other.start);
  const shares = one.provinces.some((province) => other.provinces.includes(province));
  return shares ? JOINS.test(between) || between === '的' : between !== ' ' && JOINS.test(between);
}

/** Past the names that follow at once: the street in 上海南京路. */
function behindNames(end: number, names: Names): number {
  let at = end;
  for (let next = names.get(at); next !== undefined; next = names.get(at)) at = next;
  return at;
}

/** What follows the last match. */
function since(text: string, mark: RegExp): string {
  const parts = text.split(mark);
  return parts.at(-1) ?? '';
}
