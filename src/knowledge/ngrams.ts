import { syllables } from '../text/syllables.ts';

/** Pieces of a normalised text: runs of 1 to 3 characters, with its ends marked, and of 1 to 3 syllables; whole Latin words and numbers. */
export function ngrams(normalised: string): readonly string[] {
  const chars = ['^', ...normalised.replace(/\s+/g, ' '), '$'];
  const pieces: string[] = [];
  for (let size = 1; size <= 3; size++) {
    for (let at = 0; at + size <= chars.length; at++) pieces.push(chars.slice(at, at + size).join(''));
  }
  for (const [word] of normalised.matchAll(/[a-z0-9]{3,}/g)) pieces.push(`w:${word}`);
  const sounds = syllables(normalised);
  for (let size = 1; size <= 3; size++) {
    for (let at = 0; at + size <= sounds.length; at++) pieces.push(`s:${sounds.slice(at, at + size).join(' ')}`);
  }
  return pieces;
}
