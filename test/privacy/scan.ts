/** Bytes that are looked for, and what is said where they are found. */
export interface Needle {
  readonly bytes: Buffer;
  readonly found: string;
}

/** Looks for many needles in one pass over a heap: each is at least 4 bytes long. */
export function scanner(needles: readonly Needle[]): (heap: Buffer) => ReadonlySet<string> {
  const starts = new Uint8Array(2 ** 24);
  const byStart = new Map<number, Needle[]>();
  for (const needle of needles) {
    if (needle.bytes.length < 4) throw new RangeError(`${needle.found} is too short to be looked for`);
    const start = needle.bytes.readUIntBE(0, 3);
    starts[start] = 1;
    byStart.set(start, [...(byStart.get(start) ?? []), needle]);
  }
  return (heap) => {
    const found = new Set<string>();
    let last = ((heap[0] ?? 0) << 8) | (heap[1] ?? 0);
    for (let at = 2; at < heap.length; at++) {
      last = ((last << 8) | (heap[at] ?? 0)) & 0xffffff;
      if (starts[last] === 0) continue;
      for (const { bytes, found: what } of byStart.get(last) ?? []) {
        if (heap.compare(bytes, 0, bytes.length, at - 2, Math.min(heap.length, at - 2 + bytes.length)) === 0)
          found.add(what);
      }
    }
    return found;
  };
}
