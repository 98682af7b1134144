import { fullPicture } from './full-picture.ts';
import { type Jpeg, jpegUnder } from './jpeg-under.ts';
import type { Refusal } from './open-picture.ts';
import type { Pixels } from './pixels.ts';
import { pixelsFrom, rawImage } from './raw.ts';
import { sharp } from './vips.ts';

/** Side by side or one above the other. */
export type Layout = 'side' | 'stack';

export type Stitched =
  | ({ readonly is: 'stitched' } & Jpeg)
  | { readonly is: 'refused'; readonly which: 'auxiliary' | 'document'; readonly reason: Refusal };

/** Pixels: the common height (or width) of both is the larger one's, up to this. */
const MOST = 2400;
/** White between the two. */
const GAP = 24;

/**
 * An auxiliary photo and a document as one JPEG (entry 10: a picture that has
 * no place of its own on the page), scaled to the same height or width, under 3.8 MB.
 */
export async function stitch(auxiliary: Uint8Array, document: Uint8Array, layout: Layout): Promise<Stitched> {
  const first = await fullPicture(auxiliary);
  if (typeof first === 'string') return { is: 'refused', which: 'auxiliary', reason: first };
  const second = await fullPicture(document);
  if (typeof second === 'string') return { is: 'refused', which: 'document', reason: second };
  return { is: 'stitched', ...(await jpegUnder(await joined(first, second, layout))) };
}

async function joined(first: Pixels, second: Pixels, layout: Layout): Promise<Pixels> {
  const beside = layout === 'side';
  const common = Math.min(MOST, beside ? Math.max(first.height, second.height) : Math.max(first.width, second.width));
  const [one, other] = [await scaled(first, common, beside), await scaled(second, common, beside)];
  const width = beside ? one.width + GAP + other.width : common;
  const height = beside ? common : one.height + GAP + other.height;
  const place = beside ? { left: one.width + GAP, top: 0 } : { left: 0, top: one.height + GAP };
  const layer = ({ data, width, height }: Pixels) => ({
    input: Buffer.from(data.buffer, data.byteOffset, data.length),
    raw: { width, height, channels: 3 as const },
  });
  return pixelsFrom(
    sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
      { ...layer(one), left: 0, top: 0 },
      { ...layer(other), ...place },
    ]),
  );
}

/** Very long pictures are not let grow without end. */
const LONGEST = 4 * MOST;

function scaled(pixels: Pixels, common: number, beside: boolean): Promise<Pixels> {
  const other = Math.round(
    (common / (beside ? pixels.height : pixels.width)) * (beside ? pixels.width : pixels.height),
  );
  const length = Math.max(1, Math.min(LONGEST, other));
  const size = beside ? { width: length, height: common } : { width: common, height: length };
  return pixelsFrom(rawImage(pixels).resize({ ...size, fit: 'contain', background: '#fff' }));
}
