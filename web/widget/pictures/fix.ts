import { draw, type Easel, type Opened } from './easel.ts';

/** Bytes that every reading of “4 MB” lets pass. */
const AIM = 3_800_000;
/** Tried in this order: quality first, since pixels keep letters readable. */
const QUALITIES = [0.92, 0.85, 0.78, 0.7];
const SHRINK = 0.85;
const SMALLEST = 600;

/** A JPEG of less than 3.8 MB with the same content, upright; nothing is retouched. Undefined where it does not work. */
export async function fix(easel: Easel, image: Opened): Promise<Blob | undefined> {
  const shorter = Math.min(image.width, image.height);
  for (let scale = 1; shorter * scale >= Math.min(SMALLEST, shorter); scale *= SHRINK) {
    const drawn = await draw(easel, image, Math.round(image.width * scale), Math.round(image.height * scale));
    if (!drawn) return undefined;
    for (const quality of QUALITIES) {
      const blob = await easel.jpeg(drawn.canvas, quality);
      if (blob && blob.size <= AIM) return blob;
    }
  }
  return undefined;
}
