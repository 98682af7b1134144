import { signal } from '@preact/signals';

/** Which answers of a talk helped, by the number of their line; kept for as long as the talk is shown. */
export function createVotes(tell: (seq: number, helpful: boolean) => Promise<boolean>) {
  const all = signal<ReadonlyMap<number, boolean>>(new Map());
  const set = (seq: number, helpful: boolean | undefined): void => {
    const next = new Map(all.value);
    if (helpful === undefined) next.delete(seq);
    else next.set(seq, helpful);
    all.value = next;
  };
  return {
    all,
    /** Shown at once, and taken back where the service did not hear of it; tells whether it did. */
    async judge(seq: number, helpful: boolean): Promise<boolean> {
      const before = all.value.get(seq);
      set(seq, helpful);
      const mine = all.value;
      if (await tell(seq, helpful)) return true;
      // What was said of it meanwhile, or another talk, stays.
      if (all.value === mine) set(seq, before);
      return false;
    },
    clear() {
      all.value = new Map();
    },
  };
}
