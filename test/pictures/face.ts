import { render } from './render.ts';

/** A face with nothing else, as a selfie shows it. */
export interface Face {
  readonly seed?: number;
  readonly width?: number;
}

const SKINS = ['#e4b896', '#d6a480', '#eccbae', '#c68f6a'];
const WALLS = ['#8fa3b0', '#b9b4a6', '#6f7f76', '#d9dde0'];

/** A drawn oval face in front of a wall, portrait 3:4. */
export async function face({ seed = 1, width = 900 }: Face = {}): Promise<Buffer> {
  return await render(upperBody(seed), 900, 1200, width / 900);
}

/** Wall, shoulders, hair and face on 900 × 1200. */
export function upperBody(seed: number): string {
  const skin = SKINS[seed % SKINS.length];
  const wall = WALLS[(seed >> 1) % WALLS.length];
  return [
    '<defs><radialGradient id="light" cx="0.4" cy="0.35" r="0.8"><stop offset="0" stop-color="#fff" stop-opacity="0.25"/><stop offset="1" stop-color="#000" stop-opacity="0.2"/></radialGradient></defs>',
    `<rect width="900" height="1200" fill="${wall}"/>`,
    '<path d="M40 1200 Q 70 880 450 850 Q 830 880 860 1200 Z" fill="#3c4a68"/>',
    `<rect x="370" y="720" width="160" height="170" fill="${skin}"/>`,
    '<ellipse cx="450" cy="440" rx="262" ry="330" fill="#231b16"/>',
    `<ellipse cx="450" cy="500" rx="225" ry="305" fill="${skin}"/>`,
    '<ellipse cx="360" cy="450" rx="34" ry="16" fill="#fff"/><circle cx="360" cy="450" r="14" fill="#2b1d14"/>',
    '<ellipse cx="540" cy="450" rx="34" ry="16" fill="#fff"/><circle cx="540" cy="450" r="14" fill="#2b1d14"/>',
    '<path d="M310 405 Q 360 385 405 403 M495 403 Q 540 385 590 405" stroke="#2b1d14" stroke-width="10" fill="none"/>',
    '<path d="M450 470 Q 425 570 455 580" stroke="#9b6a4c" stroke-width="6" fill="none"/>',
    '<path d="M370 665 Q 450 705 530 665" stroke="#a3484a" stroke-width="14" fill="none"/>',
    '<rect width="900" height="1200" fill="url(#light)"/>',
  ].join('');
}
