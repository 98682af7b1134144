import { fileTypeFromBuffer } from 'file-type';
import type { PictureFormat } from './picture-format.ts';

const BY_ENDING: Readonly<Record<string, PictureFormat>> = {
  jpg: 'jpg',
  png: 'png',
  apng: 'png',
  gif: 'gif',
  webp: 'webp',
  avif: 'avif',
  heic: 'heic',
  heif: 'heic',
  tif: 'tiff',
  bmp: 'bmp',
  pdf: 'pdf',
  psd: 'psd',
};
const CAMERA_RAW = new Set(['dng', 'cr2', 'cr3', 'nef', 'arw', 'orf', 'raf', 'rw2']);
const OFFICE = /officedocument|ms-excel|msword|ms-powerpoint|opendocument|x-cfb|rtf/;
const ARCHIVE = /zip|rar|7z|tar|gzip|bzip2|xz|zstd|lz|compress/;

/** The head that is looked at: enough for every signature and for the names inside a zip. */
const HEAD = 64 * 1024;

/** What a file is, by its content alone: neither its name nor a header counts. Never throws. */
export async function sniff(bytes: Uint8Array): Promise<PictureFormat> {
  if (bytes.length === 0) return 'empty';
  const head = bytes.subarray(0, HEAD);
  // It throws at a head that ends in the middle of a structure: what it cannot tell is unknown, as below.
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (!found && /^(?:II\*\0|MM\0\*)/.test(String.fromCharCode(...head.subarray(0, 4)))) return 'tiff'; // file-type wants its directory too.
  if (!found || found.ext === 'xml') return ofText(head);
  const { ext, mime } = found;
  const known = BY_ENDING[ext];
  if (known) return known;
  if (CAMERA_RAW.has(ext)) return 'camera-raw';
  if (OFFICE.test(mime)) return 'office';
  if (mime.startsWith('image/')) return 'other-picture';
  if (mime.startsWith('video/')) return 'video';
  if (mime.startsWith('audio/')) return 'sound';
  return ARCHIVE.test(mime) ? 'archive' : 'unknown';
}

/** Text has no signature: no control characters but line breaks and tabs. */
function ofText(head: Uint8Array): PictureFormat {
  const sample = head.subarray(0, 4096);
  if (sample.some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))) return 'unknown';
  const text = new TextDecoder('latin1').decode(sample);
  if (/<svg[\s>]/i.test(text)) return 'svg';
  return /[ -~]/.test(text) ? 'text' : 'unknown';
}
