import { open } from './inspect.ts';

/** Bytes that every reading of “4 MB” lets pass. */
const AIM = 3_800_000;
/** Tried in this order: quality first, since pixels keep letters readable. */
const QUALITIES = [0.92, 0.85, 0.78, 0.7];
const SHRINK = 0.85;
const SMALLEST = 600;

/** A JPEG of less than 3.8 MB with the same content, upright; nothing is retouched. Undefined where it does not work. */
export async function fixPicture(file: File): Promise<File | undefined> {
  const image = await open(file);
  if (!image) return undefined;
  let scale = 1;
  while (Math.min(image.width, image.height) * scale >= Math.min(SMALLEST, image.width, image.height)) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    const brush = canvas.getContext('2d');
    if (!brush) return undefined;
    // A PNG may be see-through, a JPEG is not.
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, canvas.width, canvas.height);
    brush.drawImage(image, 0, 0, canvas.width, canvas.height);
    for (const quality of QUALITIES) {
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
      if (blob && blob.size <= AIM) return new File([blob], nameOf(file.name), { type: 'image/jpeg' });
    }
    scale *= SHRINK;
  }
  return undefined;
}

function nameOf(name: string): string {
  return `${name.replace(/\.[^.]*$/, '')}-改好.jpg`;
}
