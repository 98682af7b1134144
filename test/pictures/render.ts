import { drawn } from './svg.ts';

/** The two families of Debian's fonts-noto-cjk. */
export type Font = 'Noto Sans CJK SC' | 'Noto Serif CJK SC';

/** How one line of text looks; sizes in pixels. */
export interface TextStyle {
  readonly size: number;
  readonly fill?: string;
  readonly weight?: 400 | 700;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly spacing?: number;
  readonly font?: Font;
}

/** One line of text as SVG, its baseline at (x, y). */
export function text(x: number, y: number, words: string, style: TextStyle): string {
  const { size, fill = '#111', weight = 400, anchor = 'start', spacing = 0, font = 'Noto Sans CJK SC' } = style;
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<text x="${x}" y="${y}" font-family="${font}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" letter-spacing="${spacing}" xml:space="preserve">${safe}</text>`;
}

/** Lines of at most `length` characters, one below the other. */
export function paragraph(
  x: number,
  y: number,
  words: string,
  length: number,
  style: TextStyle,
  leading = 1.5,
): string {
  const characters = [...words];
  const lines = Array.from({ length: Math.ceil(characters.length / length) }, (_, row) =>
    characters.slice(row * length, (row + 1) * length).join(''),
  );
  return lines.map((line, row) => text(x, y + row * style.size * leading, line, style)).join('');
}

/** An SVG drawing as a PNG, `width` × `height` units at `scale` pixels each. */
export async function render(body: string, width: number, height: number, scale = 1): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
  return await drawn(svg).png({ compressionLevel: 1 }).toBuffer();
}
