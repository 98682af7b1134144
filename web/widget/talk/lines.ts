import { signal } from '@preact/signals';
import type { Line } from '../api/types.ts';

/** The lines of a talk, each once, in the order of their numbers. */
export function createLines() {
  const all = signal<readonly Line[]>([]);
  /** The first line that is still there. */
  let from = 0;
  return {
    all,
    last: () => all.value[all.value.length - 1]?.seq ?? 0,
    /** Adds what is new of them; tells how many were. */
    add(lines: readonly Line[]): number {
      const known = new Set(all.value.map(({ seq }) => seq));
      const fresh = lines.filter(({ seq }) => seq >= from && !known.has(seq));
      if (fresh.length > 0) all.value = [...all.value, ...fresh].sort((a, b) => a.seq - b.seq);
      return fresh.length;
    },
    /** The service has erased all lines before one. */
    forget(before: number) {
      from = before;
      if ((all.value[0]?.seq ?? before) < before) all.value = all.value.filter(({ seq }) => seq >= before);
    },
    clear() {
      from = 0;
      all.value = [];
    },
  };
}

export type Lines = ReturnType<typeof createLines>;
