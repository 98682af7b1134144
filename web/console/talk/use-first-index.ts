import { useState } from 'react';

/** Far more than any conversation has entries: numbers go down as older ones come. */
const START = 1_000_000;

/** The number of the first of some things, such that each keeps its own when others come before it. */
export function useFirstIndex(keys: readonly string[]): number {
  const [was, set] = useState({ first: START, key: keys[0] });
  const [key] = keys;
  if (key === was.key) return was.first;
  const added = was.key === undefined ? 0 : keys.indexOf(was.key);
  const now = { first: was.first - Math.max(0, added), key };
  set(now);
  return now.first;
}
