export type Kind = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'heic' | 'pdf' | 'other';

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
