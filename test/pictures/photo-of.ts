import sharp from 'sharp';
import { seeded } from '../../src/knowledge/random.ts';

/** How a card lies before the camera. */
export interface Photo {
  readonly background?: 'wood' | 'cloth' | 'dark' | 'white';
  /** Desk around the card, as a share of the card's width on each side. */
  readonly margin?: number;
  /** Degrees clockwise. */
  readonly angle?: number;
  readonly seed?: number;
}

const GROUNDS = {
  wood: [150, 106, 66],
  cloth: [92, 104, 128],
  dark: [38, 38, 42],
  white: [232, 232, 228],
} as const;

/** A document that lies on a desk with a grain, as a JPEG like a camera's. The document keeps its size in pixels. */
export async function photoOf(card: Buffer, options: Photo = {}): Promise<Buffer> {
  const { background = 'wood', margin = 0.12, angle = 0, seed = 1 } = options;
  const turned = await sharp(card)
    .ensureAlpha()
    .rotate(angle, { background: '#0000' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const edge = Math.round(((await sharp(card).metadata()).width ?? 0) * margin);
  const width = turned.info.width + 2 * edge;
  const height = turned.info.height + 2 * edge;
  return await sharp(desk(width, height, GROUNDS[background], seed), { raw: { width, height, channels: 3 } })
    .composite([{ input: turned.data, left: edge, top: edge }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

function desk(
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
  seed: number,
): Buffer {
  const random = seeded(seed + 77);
  const data = Buffer.alloc(width * height * 3);
  const phase = random() * 40;
  for (let y = 0, at = 0; y < height; y++) {
    const grain = 10 * Math.sin((y + phase) / 9) + 5 * Math.sin((y + phase) / 3.1);
    for (let x = 0; x < width; x++) {
      const noise = grain + 6 * Math.sin((x + y * 0.3) / 37) + (random() - 0.5) * 14;
      data[at++] = Math.max(0, Math.min(255, red + noise));
      data[at++] = Math.max(0, Math.min(255, green + noise));
      data[at++] = Math.max(0, Math.min(255, blue + noise));
    }
  }
  return data;
}
