import sharp from 'sharp';
import { upperBody } from './face.ts';
import { idFront } from './id-front.ts';
import { render } from './render.ts';

/** Somebody who holds a document before the chest. */
export interface PersonWithDocument {
  readonly seed?: number;
  /** The document; an identity card of the same seed where it is left out. */
  readonly document?: Buffer;
  readonly width?: number;
}

/** A drawn 手持证件 photo: face above, the document in two hands below. */
export async function personWithDocument(options: PersonWithDocument = {}): Promise<Buffer> {
  const { seed = 1, width = 1200 } = options;
  const scale = width / 900;
  const document = options.document ?? (await idFront({ seed }));
  const card = await sharp(document)
    .resize({ width: Math.round(420 * scale), height: Math.round(266 * scale), fit: 'inside' })
    .toBuffer({ resolveWithObject: true });
  const left = Math.round((width - card.info.width) / 2);
  const top = Math.round(890 * scale);
  const hands = await render(
    '<ellipse cx="225" cy="1080" rx="46" ry="66" fill="#d9a985"/><ellipse cx="675" cy="1080" rx="46" ry="66" fill="#d9a985"/>',
    900,
    1200,
    scale,
  );
  return await sharp(await render(upperBody(seed), 900, 1200, scale))
    .composite([{ input: card.data, left, top }, { input: hands }])
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}
