import { createRequire } from 'node:module';

/** `heic-decode` 2.1 has no types of its own. */
interface HeicImage {
  readonly width: number;
  readonly height: number;
  decode(): Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer> }>;
}
interface HeicDecode {
  all(input: { readonly buffer: Uint8Array }): Promise<readonly HeicImage[] & { dispose(): void }>;
}

interface Rgba {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/**
 * The first picture of a HEIC, turned upright already by libheif: RGBA.
 * Undefined where it claims more than `maxPixels`. Throws for a broken one.
 *
 * Loaded at the first call: the decoder takes 165 MB once a 12 MP photo came
 * by (measured). libheif prints to stderr about broken files.
 */
export async function decodeHeic(bytes: Uint8Array, maxPixels: number): Promise<Rgba | undefined> {
  const { all } = createRequire(import.meta.url)('heic-decode') as HeicDecode;
  const images = await all({ buffer: bytes });
  try {
    const [first] = images;
    if (!first || first.width * first.height > maxPixels) return undefined;
    const { data } = await first.decode();
    return {
      data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      width: first.width,
      height: first.height,
    };
  } finally {
    images.dispose();
  }
}
