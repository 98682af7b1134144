/** What the browser itself can tell of a picture before a byte leaves. */
export interface Inspection {
  /** By its first bytes, whatever its name says. */
  readonly kind: Kind;
  readonly bytes: number;
  /** Undefined where this browser cannot open it. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** A hint only: the service looks properly. */
  readonly isBlurred: boolean;
}

export type Kind = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'heic' | 'pdf' | 'other';

/** The longer side at which sharpness is measured, in pixels. */
const SIDE = 320;
/**
 * Variance of the Laplacian, at that size, below which a picture counts as blurred. Low on purpose: a plain document on
 * a plain table has few edges, and the service's own check decides.
 */
const SHARP = 12;

export async function inspect(file: Blob): Promise<Inspection> {
  const kind = kindOf(new Uint8Array(await read(file.slice(0, 16))));
  const image = kind === 'pdf' ? undefined : await open(file);
  if (!image) return { kind, bytes: file.size, width: undefined, height: undefined, isBlurred: false };
  const { width, height } = image;
  const isBlurred = sharpness(image) < SHARP;
  if ('close' in image) image.close();
  return { kind, bytes: file.size, width, height, isBlurred };
}

/** By magic bytes: ISO 10918 (JPEG), RFC 2083 (PNG), GIF89a, RIFF/WEBP, BMP, ISO 14496-12 `ftyp` (HEIC), ISO 32000 (PDF). */
export function kindOf(head: Uint8Array): Kind {
  const at = (from: number, ...wanted: readonly number[]): boolean =>
    wanted.every((byte, i) => head[from + i] === byte);
  const text = (from: number, to: number): string => String.fromCharCode(...Array.from(head.slice(from, to)));
  if (at(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (/^GIF8[79]a/.test(text(0, 6))) return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 2) === 'BM') return 'bmp';
  if (text(4, 8) === 'ftyp' && /^(hei[cxms]|hevc|mif1|msf1)/.test(text(8, 12))) return 'heic';
  if (text(0, 4) === '%PDF') return 'pdf';
  return 'other';
}

/** The picture, upright; undefined where this browser does not know it. */
export async function open(file: Blob): Promise<ImageBitmap | HTMLImageElement | undefined> {
  if (typeof createImageBitmap === 'function') {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' } as ImageBitmapOptions).catch(
      () => undefined,
    );
    if (bitmap) return bitmap;
  }
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

function sharpness(image: ImageBitmap | HTMLImageElement): number {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const [width, height] = [Math.max(3, Math.round(image.width * scale)), Math.max(3, Math.round(image.height * scale))];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const brush = canvas.getContext('2d');
  if (!brush) return Number.POSITIVE_INFINITY;
  brush.drawImage(image, 0, 0, width, height);
  const { data } = brush.getImageData(0, 0, width, height);
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = 0.299 * (data[4 * at] ?? 0) + 0.587 * (data[4 * at + 1] ?? 0) + 0.114 * (data[4 * at + 2] ?? 0);
  }
  let sum = 0;
  let squares = 0;
  const count = (width - 2) * (height - 2);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge =
        4 * (grey[at] ?? 0) -
        (grey[at - 1] ?? 0) -
        (grey[at + 1] ?? 0) -
        (grey[at - width] ?? 0) -
        (grey[at + width] ?? 0);
      sum += edge;
      squares += edge * edge;
    }
  }
  return squares / count - (sum / count) ** 2;
}

/** (Safari before 14 has no `Blob.arrayBuffer`.) */
function read(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
}
