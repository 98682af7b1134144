import sharp from 'sharp';
import type { DescribedPicture } from '../../src/bot/evaluate-dialogues.ts';
import type { Picture } from '../../src/bot/message.ts';
import { heic } from '../fixtures/pictures/hostile.ts';
import { bitmap } from './bitmap.ts';
import { businessLicence } from './business-licence.ts';
import { blur, cut, type Degrade, degrade, grey, turn } from './degrade.ts';
import { domainCertificate } from './domain-certificate.ts';
import { face } from './face.ts';
import { idBack } from './id-back.ts';
import { idFront } from './id-front.ts';
import { letter } from './letter.ts';
import { type Paddable, padded } from './pad.ts';
import { personWithDocument } from './person-with-document.ts';
import { photoOf } from './photo-of.ts';
import { plainScreen } from './plain-screen.ts';

/** One person's documents, whoever sends them. */
const SEED = 7;

const KINDS: readonly (readonly [begins: string, draw: () => Promise<Buffer>])[] = [
  ['身份证反面（已过期）', () => idBack({ seed: SEED, from: '2015.10.28', to: '2025.10.28' })],
  ['身份证反面', () => idBack({ seed: SEED, from: '2015.10.28', to: '2035.10.28' })],
  ['身份证正面', () => idFront({ seed: SEED })],
  ['证件照片', () => idFront({ seed: SEED })],
  ['营业执照', () => businessLicence({ seed: SEED })],
  ['域名证书', () => domainCertificate({ seed: SEED })],
  ['授权书', () => letter({ seed: SEED })],
  ['手持证件照', () => personWithDocument({ seed: SEED })],
  ['人脸自拍', () => face({ seed: SEED })],
];
/** These are photographed by themselves, on no desk. */
const OF_PEOPLE = /^(?:手持证件照|人脸自拍)/u;
const MISHAPS: readonly (readonly [says: string, mishap: Degrade])[] = [
  ['模糊', blur(4)],
  ['横着', turn(90)],
  ['缺一角', (photo) => degrade(photo, cut('right', 0.2), cut('bottom', 0.2))],
  ['黑白复印件', grey()],
];

/** Draws a picture as its description says: what it shows, in which format, exactly so many bytes long. */
export async function described({ kind, format, size_mb, ocr, desc }: DescribedPicture): Promise<Picture> {
  const size = Math.round(size_mb * 1024 * 1024);
  const picture = kind === 'screenshot' ? await plainScreen(ocr.split('\n')) : await photo(desc);
  return { name: `图片.${format}`, bytes: await encoded(picture, format.toLowerCase(), size) };
}

async function photo(desc: string): Promise<Buffer> {
  const draw = KINDS.find(([begins]) => desc.startsWith(begins))?.[1];
  if (!draw) throw new RangeError(`Nothing is drawn for ${desc}`);
  const document = await draw();
  const angle = desc.includes('缺一角') ? 7 : 0;
  const taken = OF_PEOPLE.test(desc) ? document : await photoOf(document, { seed: SEED, angle });
  return degrade(taken, ...MISHAPS.flatMap(([says, mishap]) => (desc.includes(says) ? [mishap] : [])));
}

const ENCODERS: Readonly<Record<string, (picture: Buffer) => Promise<Buffer>>> = {
  jpg: (picture) => flat(picture).jpeg({ quality: 90 }).toBuffer(),
  png: (picture) => flat(picture).png({ compressionLevel: 6 }).toBuffer(),
  gif: (picture) => flat(picture).gif().toBuffer(),
  webp: (picture) => flat(picture).webp({ quality: 88 }).toBuffer(),
  avif: (picture) => flat(picture).avif({ effort: 0 }).toBuffer(),
  bmp: bitmap,
  // Nothing here writes HEIC, and a PDF is never opened: these two show something else.
  heic: async () => heic,
  pdf: async () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
};

function flat(picture: Buffer) {
  return sharp(picture).flatten({ background: '#888' });
}

/** A small file is a smaller picture. */
async function encoded(picture: Buffer, ending: string, size: number): Promise<Buffer> {
  const format = (ending === 'jpeg' ? 'jpg' : ending) as Paddable;
  const encode = ENCODERS[format];
  if (!encode) throw new RangeError(`Nothing writes ${ending}`);
  const { width = 0 } = await sharp(picture).metadata();
  for (const scale of [1, 0.85, 0.7, 0.6, 0.5]) {
    const file = await encode(
      scale === 1
        ? picture
        : await sharp(picture)
            .resize(Math.round(width * scale))
            .toBuffer(),
    );
    if (file.length <= size - 20) return padded(file, format, size);
  }
  throw new RangeError(`No ${ending} of ${size} bytes`);
}
