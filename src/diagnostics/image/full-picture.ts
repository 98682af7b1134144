import { type Refusal, readPicture } from './open-picture.ts';
import type { Pixels } from './pixels.ts';

/** Pixels of what is given back: a 12 MP photo stays whole, and three of them fit into memory. */
const KEPT_PIXELS = 16_000_000;

/** A picture for making another one of it: like `openPicture`, but with its pixels kept. Never throws. */
export async function fullPicture(bytes: Uint8Array): Promise<Pixels | Refusal> {
  const opened = await readPicture(bytes, KEPT_PIXELS);
  return opened.is === 'open' ? opened.pixels : opened.reason;
}
