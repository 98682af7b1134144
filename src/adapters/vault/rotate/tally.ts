/** What became of all that is sealed. */
export interface Tally {
  /** Sealed anew in this run. */
  readonly changed: number;
  /** Sealed with the new key before. */
  readonly done: number;
  /** Where what neither key opens lies: left as it is. */
  readonly damaged: readonly string[];
}

export interface Counting {
  count(is: 'changed' | 'done' | 'damaged', where: string): void;
  readonly tally: Tally;
}

/** Counts; `told` hears how many have been looked at. */
export function counting(told: (looked: number) => void): Counting {
  const counts = { changed: 0, done: 0 };
  const damaged: string[] = [];
  return {
    count(is, where) {
      if (is === 'damaged') damaged.push(where);
      else counts[is] += 1;
      told(counts.changed + counts.done + damaged.length);
    },
    get tally() {
      return { ...counts, damaged };
    },
  };
}
