/** Characters of a number that stars may stand for. */
const LONGEST = 40;

/**
 * Whether a line of the service can be what was typed here: it keeps identity and phone numbers masked, so a run of
 * `*` stands for anything as short as a number.
 */
export function sameWords(typed: string, kept: string): boolean {
  if (typed === kept) return true;
  const [first = '', ...others] = kept.split(/\*+/);
  if (others.length === 0 || !typed.startsWith(first)) return false;
  // Where what was compared so far may end: people type stars of their own, and trying each would take for ever.
  let ends = new Uint8Array(typed.length + 1).fill(1, first.length, first.length + 1);
  for (const part of others) {
    const next = new Uint8Array(typed.length + 1);
    let last = Number.NEGATIVE_INFINITY;
    for (let at = 1; at <= typed.length; at++) {
      if (ends[at - 1]) last = at - 1;
      if (at - last <= LONGEST && typed.startsWith(part, at)) next[at + part.length] = 1;
    }
    ends = next;
  }
  return ends[typed.length] === 1;
}
