import { pngChunk } from '../fixtures/pictures/png-file.ts';

/** The kinds of files that can be made longer without a change of the picture. */
export type Paddable = 'jpg' | 'png' | 'gif' | 'webp' | 'bmp' | 'heic' | 'avif' | 'pdf';

/** Bytes of one piece of padding: below what any decoder takes for a bomb. */
const PIECE = 1_000_000;

/** A file that is exactly `size` bytes long and still decodes; it must be at least 20 bytes shorter, or have that length. */
export function padded(file: Buffer, format: Paddable, size: number): Buffer {
  const missing = size - file.length;
  if (missing === 0) return file;
  if (missing < 20) throw new RangeError(`${file.length} bytes cannot be padded to ${size}`);
  switch (format) {
    case 'jpg':
      return inserted(file, 2, pieces(missing, 65_537, 4, comment));
    case 'png':
      return inserted(file, file.length - 12, pieces(missing, PIECE, 12, filler));
    case 'gif':
      return inserted(file, file.length - 1, remark(missing));
    case 'webp':
      return inRiff(file, missing);
    case 'heic':
    case 'avif':
      return inserted(file, file.length, pieces(missing, PIECE, 8, freeBox));
    case 'bmp':
      return inserted(file, file.length, Buffer.alloc(missing));
    case 'pdf':
      return inserted(file, file.lastIndexOf('trailer'), Buffer.from(`%${'x'.repeat(missing - 2)}\n`));
  }
}

function inserted(file: Buffer, at: number, what: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, at), what, file.subarray(at)]);
}

/** So many bytes in pieces of at most `most`, none shorter than `least`, each made for its whole length. */
function pieces(length: number, most: number, least: number, make: (length: number) => Buffer): Buffer {
  const made: Buffer[] = [];
  for (let left = length; left > 0; ) {
    const next = left <= most ? left : Math.min(most, left - least);
    made.push(make(next));
    left -= next;
  }
  return Buffer.concat(made);
}

/** A JPEG's comment segment. */
function comment(length: number): Buffer {
  const segment = Buffer.alloc(length, 0x20);
  segment.writeUInt16BE(0xfffe, 0);
  segment.writeUInt16BE(length - 2, 2);
  return segment;
}

/** A chunk that no decoder of PNG needs to know (ancillary, private). */
function filler(length: number): Buffer {
  return pngChunk('paDd', Buffer.alloc(length - 12));
}

/** A comment extension of a GIF: sub-blocks of at most 255 bytes behind their length. */
function remark(length: number): Buffer {
  const blocks = pieces(length - 3, 256, 2, (size) => {
    const block = Buffer.alloc(size, 0x20);
    block[0] = size - 1;
    return block;
  });
  return Buffer.concat([Buffer.from([0x21, 0xfe]), blocks, Buffer.from([0])]);
}

/** An unknown chunk at the end of a RIFF file; the odd byte stands behind the file's own length. */
function inRiff(file: Buffer, missing: number): Buffer {
  const even = missing - (missing % 2);
  const chunk = Buffer.alloc(even);
  chunk.write('PADD', 0, 'latin1');
  chunk.writeUInt32LE(even - 8, 4);
  const whole = Buffer.concat([file, chunk, Buffer.alloc(missing % 2)]);
  whole.writeUInt32LE(file.length + even - 8, 4);
  return whole;
}

/** A box of ISO BMFF that is to be skipped. */
function freeBox(length: number): Buffer {
  const box = Buffer.alloc(length);
  box.writeUInt32BE(length, 0);
  box.write('free', 4, 'latin1');
  return box;
}
