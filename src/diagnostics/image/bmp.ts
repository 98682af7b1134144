import type { Pixels } from './pixels.ts';

/** A Windows bitmap: one of the plain kinds, 24 or 32 bits a pixel or a palette of 8 bits, without compression. */
interface BmpHeader {
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  /** Rows run from the top; usually they run from the bottom. */
  readonly fromTop: boolean;
  readonly bits: number;
  readonly paletteAt: number;
}

const BI_RGB = 0;
const BI_BITFIELDS = 3;
const MAX_SIDE = 65_535;

/** The size that a bitmap claims; undefined where it is none of the plain kinds (RLE, 1, 4 or 16 bits, OS/2). */
export function bmpHeader(bytes: Uint8Array): BmpHeader | undefined {
  if (bytes.length < 54) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint32(14, true);
  const width = view.getInt32(18, true);
  const signedHeight = view.getInt32(22, true);
  const height = Math.abs(signedHeight);
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  const plain = compression === BI_RGB || (compression === BI_BITFIELDS && bits === 32);
  if (headerSize < 40 || headerSize > 124 || !plain || ![8, 24, 32].includes(bits)) return undefined;
  if (!(width > 0 && width <= MAX_SIDE && height > 0 && height <= MAX_SIDE)) return undefined;
  return {
    offset: view.getUint32(10, true),
    width,
    height,
    fromTop: signedHeight < 0,
    bits,
    paletteAt: 14 + headerSize,
  };
}

/** The pixels of a plain bitmap; undefined where rows are missing. The caller has checked the size. */
export function readBmp(bytes: Uint8Array, header: BmpHeader): Pixels | undefined {
  const { offset, width, height, fromTop, bits, paletteAt } = header;
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (offset < paletteAt || offset + stride * height > bytes.length) return undefined;
  const data = new Uint8Array(width * height * 3);
  const step = bits / 8;
  for (let row = 0, to = 0; row < height; row++) {
    let from = offset + stride * (fromTop ? row : height - 1 - row);
    for (let column = 0; column < width; column++, from += step, to += 3) {
      const at = bits === 8 ? paletteAt + 4 * (bytes[from] as number) : from;
      data[to] = bytes[at + 2] as number;
      data[to + 1] = bytes[at + 1] as number;
      data[to + 2] = bytes[at] as number;
    }
  }
  return { data, width, height };
}
