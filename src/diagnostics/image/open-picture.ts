import type { Metadata, Sharp } from 'sharp';
import { bmpHeader, readBmp } from './bmp.ts';
import { decodeHeic } from './heic.ts';
import type { PictureFacts } from './picture-facts.ts';
import { endingOf, type PictureFormat } from './picture-format.ts';
import { DECODE_SECONDS, MAX_BYTES, MAX_PIXELS, WORKING_PIXELS } from './pixel-limits.ts';
import type { Pixels } from './pixels.ts';
import { pixelsFrom } from './raw.ts';
import { sniff } from './sniff.ts';
import { sharp } from './vips.ts';

/** Why a file was not opened. `cannot-show`: a picture, but of a kind that is not read here. */
export type Refusal = 'empty' | 'too-many-bytes' | 'too-many-pixels' | 'not-a-picture' | 'cannot-show' | 'broken';

export type Opened =
  | { readonly is: 'open'; readonly pixels: Pixels; readonly facts: PictureFacts }
  | {
      readonly is: 'refused';
      readonly reason: Refusal;
      readonly found: PictureFormat;
      readonly bytes: number;
      readonly ending?: string;
    };

const READ_BY_VIPS: readonly PictureFormat[] = ['jpg', 'png', 'gif', 'webp', 'avif', 'heic', 'tiff'];
const NOT_READ: readonly PictureFormat[] = ['camera-raw', 'other-picture', 'svg', 'psd'];

/** Opens a file as a picture to look at: at most `WORKING_PIXELS`. Never throws, whatever the file holds. */
export function openPicture(bytes: Uint8Array, name?: string): Promise<Opened> {
  return readPicture(bytes, WORKING_PIXELS, name);
}

/** Decodes the whole picture, upright, with every transparent place white, made smaller to `mostPixels`. Never throws. */
export async function readPicture(bytes: Uint8Array, mostPixels: number, name?: string): Promise<Opened> {
  const found = await sniff(bytes);
  const ending = endingOf(name);
  const shared = { bytes: bytes.length, ...(ending !== undefined && { ending }) };
  const refused = (reason: Refusal): Opened => ({ is: 'refused', reason, found, ...shared });
  if (found === 'empty') return refused('empty');
  if (bytes.length > MAX_BYTES) return refused('too-many-bytes');
  try {
    const source = await sourceOf(bytes, found);
    if (typeof source === 'string') return refused(source);
    const { image, facts } = source;
    return { is: 'open', pixels: await pixelsOf(image, facts, mostPixels), facts: { ...facts, ...shared } };
  } catch {
    return refused('broken');
  }
}

interface Source {
  readonly image: Sharp;
  readonly facts: Omit<PictureFacts, 'bytes' | 'ending'>;
}

/** The picture not yet decoded, with its own word about itself, or why there is none. Throws for broken ones. */
async function sourceOf(bytes: Uint8Array, found: PictureFormat): Promise<Source | Refusal> {
  if (found === 'bmp') return ofBitmap(bytes);
  if (!READ_BY_VIPS.includes(found)) return NOT_READ.includes(found) ? 'cannot-show' : 'not-a-picture';
  const image = sharp(bytes, { failOn: 'warning', limitInputPixels: false });
  const metadata = await image.metadata();
  const { width, height } = metadata.autoOrient;
  if (!(width > 0 && height > 0)) return 'broken';
  if (width * height > MAX_PIXELS) return 'too-many-pixels';
  const facts = factsOf(metadata, found === 'heic' && metadata.compression === 'av1' ? 'avif' : found);
  if (facts.format === 'heic') return await ofHeic(bytes, facts);
  return { image: sharp(bytes, { failOn: 'warning', limitInputPixels: MAX_PIXELS }).autoOrient(), facts };
}

function factsOf(metadata: Metadata, format: PictureFormat): Source['facts'] {
  return {
    format,
    ...metadata.autoOrient,
    orientation: metadata.orientation ?? 1,
    hasAlpha: metadata.hasAlpha,
    frames: metadata.pages ?? 1,
    isGrey: metadata.space === 'b-w' || metadata.space === 'grey16',
    isCmyk: metadata.space === 'cmyk',
    bitsPerChannel: metadata.depth === 'uchar' ? 8 : 16,
  };
}

async function ofHeic(bytes: Uint8Array, facts: Source['facts']): Promise<Source | Refusal> {
  const decoded = await decodeHeic(bytes, MAX_PIXELS);
  if (!decoded) return 'too-many-pixels';
  const { data, width, height } = decoded;
  return { image: sharp(data, { raw: { width, height, channels: 4 } }), facts: { ...facts, width, height } };
}

function ofBitmap(bytes: Uint8Array): Source | Refusal {
  const header = bmpHeader(bytes);
  if (!header) return 'cannot-show';
  if (header.width * header.height > MAX_PIXELS) return 'too-many-pixels';
  const pixels = readBmp(bytes, header);
  if (!pixels) return 'broken';
  const { data, width, height } = pixels;
  const plain = { orientation: 1, hasAlpha: false, frames: 1, isGrey: false, isCmyk: false, bitsPerChannel: 8 };
  return {
    image: sharp(data, { raw: { width, height, channels: 3 } }),
    facts: { format: 'bmp', width, height, ...plain },
  };
}

function pixelsOf(image: Sharp, { width, height }: Source['facts'], mostPixels: number): Promise<Pixels> {
  const shrink = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  const size = { width: Math.max(1, Math.floor(width * shrink)), height: Math.max(1, Math.floor(height * shrink)) };
  return pixelsFrom(image.timeout({ seconds: DECODE_SECONDS }).resize({ ...size, fit: 'fill' }));
}
