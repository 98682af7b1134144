import { near } from './fingerprint.ts';
import type { Seen } from './picture-report.ts';

/** Share of the lines of the shorter reading that the other one has too. */
const SHARED = 0.6;

/**
 * Whether two pictures show the same. Cards of two people that fill the frame
 * are alike but for some letters (0 to 6 bits of 64 differ, measured): where
 * both were read, the masked lines have to agree too.
 */
export function samePicture(a: Pick<Seen, 'fingerprint' | 'lines'>, b: Pick<Seen, 'fingerprint' | 'lines'>): boolean {
  if (!near(a.fingerprint, b.fingerprint)) return false;
  if (a.lines.length === 0 || b.lines.length === 0) return true;
  const [shorter, longer] = a.lines.length <= b.lines.length ? [a.lines, b.lines] : [b.lines, a.lines];
  const there = new Set(longer);
  return shorter.filter((line) => there.has(line)).length >= shorter.length * SHARED;
}
