/**
 * The picture, upright, decoded beside the thread that asks. Undefined where the browser does not know it, or has no
 * bitmaps (Safari before 15), or not the option (Chrome before 81).
 */
export async function openBitmap(file: Blob): Promise<ImageBitmap | undefined> {
  if (typeof createImageBitmap !== 'function') return undefined;
  return createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
}
