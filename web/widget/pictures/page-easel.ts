import type { Easel, Opened } from './easel.ts';
import { openBitmap } from './open-bitmap.ts';

/** What the page itself draws with: it rests in between, so that nothing else waits for long. */
export const pageEasel: Easel = {
  canvas(width, height) {
    return Object.assign(document.createElement('canvas'), { width, height });
  },
  jpeg: (canvas, quality) =>
    new Promise((resolve) => (canvas as HTMLCanvasElement).toBlob(resolve, 'image/jpeg', quality)),
  rest(brush) {
    // Browsers put drawing off until somebody looks, and then do it all at once.
    brush.getImageData(0, 0, 1, 1);
    return new Promise((resolve) => setTimeout(resolve));
  },
};

/** The picture, upright; undefined where this browser does not know it. */
export async function openPicture(file: Blob): Promise<Opened | undefined> {
  return (await openBitmap(file)) ?? openImage(file);
}

async function openImage(file: Blob): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(file);
  try {
    return await new Promise<HTMLImageElement | undefined>((resolve) => {
      const image = new Image();
      image.onload = () => resolve(image);
      image.onerror = () => resolve(undefined);
      image.src = address;
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
