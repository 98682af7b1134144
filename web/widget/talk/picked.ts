import type { Entry } from './entries.ts';

/**
 * Which choice of which line was taken: by the number of the line. A person's words pick in the newest group that
 * offers them; a group is used up by one.
 */
export function picked(entries: readonly Entry[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [at, entry] of entries.entries()) {
    if (entry.is !== 'own') continue;
    for (let before = at - 1; before >= 0; before--) {
      const group = entries[before];
      if (group?.is !== 'line' || !group.line.choices?.includes(entry.text) || found.has(group.line.seq)) continue;
      found.set(group.line.seq, entry.text);
      break;
    }
  }
  return found;
}
