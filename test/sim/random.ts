/** Numbers that look random and come back with the same seed. */
export interface SimRandom {
  readonly seed: number;
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  /** A new order of the list; nobody stands more than `window` places from where they were. */
  shuffled<T>(list: readonly T[], window?: number): readonly T[];
  /** Letters and digits. */
  id(length?: number): string;
  /** `ms` more or less by at most `share` of it. */
  jitter(ms: number, share?: number): number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for ids, picks and jitter. */
export function seededRandom(seed: number): SimRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    seed,
    next,
    below,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('Nothing to pick from');
      return list[below(list.length)] as T;
    },
    shuffled(list, window = list.length) {
      // Sorting by place + u·(window + 1), u in [0, 1), can bring two entries out of order only within the window.
      const keyed = list.map((entry, place) => ({ entry, key: place + next() * (window + 1) }));
      return keyed.sort((one, other) => one.key - other.key).map(({ entry }) => entry);
    },
    id: (length = 16) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join(''),
    jitter: (ms, share = 0.2) => Math.round(ms * (1 + (next() * 2 - 1) * share)),
  };
}
