/** Marks that only part words; a dot or a colon within a number, a version or a ratio is part of it. */
const PAUSES = /[\s,;、。“”"‘’'「」]|(?<![a-z\d])[.:]|[.:](?![a-z\d])/g;

/** Letters, digits and signs of a text as they stand, in one width and one case. */
export function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(PAUSES, '');
}

/** The share of the pairs of characters of `text` that stand in `source` too, as often; 0 to 1. */
export function containment(text: string, source: string): number {
  const asked = pairs(text);
  if (asked.length === 0) return 0;
  const there = new Map<string, number>();
  for (const pair of pairs(source)) there.set(pair, (there.get(pair) ?? 0) + 1);
  let found = 0;
  for (const pair of asked) {
    const left = there.get(pair) ?? 0;
    if (left === 0) continue;
    there.set(pair, left - 1);
    found++;
  }
  return found / asked.length;
}

function pairs(text: string): readonly string[] {
  const characters = [...letters(text)];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
