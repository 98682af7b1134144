import sharp from 'sharp';
import type { DocumentKind } from '../../src/diagnostics/image/document/document-kind.ts';
import { seeded } from '../../src/knowledge/random.ts';
import { businessLicence } from './business-licence.ts';
import { blur, bright, cut, type Degrade, dark, degrade, glare, grey, shrink, turn } from './degrade.ts';
import { domainCertificate } from './domain-certificate.ts';
import { face } from './face.ts';
import { person, wrongNumber } from './fictional.ts';
import { idBack } from './id-back.ts';
import { idFront } from './id-front.ts';
import { letter } from './letter.ts';
import { padded } from './pad.ts';
import { personWithDocument } from './person-with-document.ts';
import { photoOf } from './photo-of.ts';

/** A drawn picture, and the verdicts of which one is right. */
export interface Drawn {
  /** `id-front blurred`; with the seed it is drawn the same again. */
  readonly what: string;
  readonly seed: number;
  readonly document: DocumentKind;
  readonly verdicts: readonly string[];
  readonly draw: () => Promise<Buffer>;
}

type Kind = Exclude<DocumentKind, 'face' | 'screenshot' | 'other'>;

const DOCUMENTS: Readonly<Record<Kind, (seed: number) => Promise<Buffer>>> = {
  'id-front': (seed) => idFront({ seed }),
  'id-back': (seed) => idBack({ seed, from: '2015.03.08', to: seed % 3 === 0 ? '长期' : '2035.03.08' }),
  'business-licence': (seed) => businessLicence({ seed }),
  'domain-certificate': (seed) => domainCertificate({ seed }),
  letter: (seed) => letter({ seed }),
  'person-with-document': (seed) => personWithDocument({ seed }),
};
const KINDS = Object.keys(DOCUMENTS) as readonly Kind[];
const CARDS: readonly Kind[] = ['id-front', 'id-back'];
const SHEETS: readonly Kind[] = ['id-front', 'id-back', 'business-licence', 'domain-certificate', 'letter'];

/** A good photo: on one of four desks, more or less straight, nearer or farther; a person needs no desk. */
export async function goodPhoto(kind: Kind, seed: number): Promise<Buffer> {
  const random = seeded(seed * 31 + 5);
  const document = await DOCUMENTS[kind](seed);
  if (kind === 'person-with-document') return sharp(document).jpeg({ quality: 90 }).toBuffer();
  const background = (['wood', 'cloth', 'dark', 'white'] as const)[Math.floor(random() * 4)] ?? 'wood';
  return photoOf(document, { seed, background, margin: 0.06 + random() * 0.14, angle: random() * 6 - 3 });
}

interface Mishap {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly verdicts: readonly string[];
  readonly happen: (random: () => number) => Degrade;
}

const between = (random: () => number, from: number, to: number): number => from + random() * (to - from);
const MISHAPS: readonly Mishap[] = [
  {
    name: 'blurred',
    kinds: SHEETS,
    verdicts: ['image-unclear', 'image-unreadable'],
    happen: (random) => blur(between(random, 3.5, 6)),
  },
  { name: 'dark', kinds: SHEETS, verdicts: ['image-dark'], happen: (random) => dark(between(random, 0.1, 0.2)) },
  { name: 'bright', kinds: CARDS, verdicts: ['image-bright'], happen: (random) => bright(between(random, 1.8, 2.4)) },
  {
    name: 'glaring',
    kinds: CARDS,
    verdicts: ['image-glare'],
    happen: (random) => glare(between(random, 0.35, 0.6), between(random, 0.4, 0.6), between(random, 0.09, 0.13)),
  },
  {
    name: 'cut off',
    kinds: [...CARDS, 'business-licence'],
    verdicts: ['image-incomplete'],
    happen: (random) =>
      cut(
        (['left', 'right', 'top', 'bottom'] as const)[Math.floor(random() * 4)] ?? 'left',
        between(random, 0.28, 0.4),
      ),
  },
  {
    name: 'turned',
    kinds: SHEETS,
    verdicts: ['image-turned'],
    happen: (random) => turn([90, 180, 270][Math.floor(random() * 3)] ?? 90),
  },
  {
    name: 'small',
    kinds: CARDS,
    verdicts: ['image-too-small'],
    happen: (random) => shrink(between(random, 380, 560) | 0),
  },
  { name: 'grey', kinds: [...CARDS, 'business-licence'], verdicts: ['image-not-original'], happen: () => grey() },
  {
    name: 'of 5 MB',
    kinds: ['id-front', 'letter'],
    verdicts: ['image-too-big'],
    happen: () => async (photo) => padded(await sharp(photo).jpeg({ quality: 90 }).toBuffer(), 'jpg', 5_000_000),
  },
  {
    name: 'as WebP',
    kinds: ['id-back', 'person-with-document'],
    verdicts: ['image-format'],
    happen: () => (photo) => sharp(photo).webp({ quality: 88 }).toBuffer(),
  },
];

/** Every kind as it should be and with every mishap that it can have, once for each seed. */
export function drawnPictures(seeds: readonly number[]): readonly Drawn[] {
  return seeds.flatMap((seed) => [
    ...KINDS.map((kind) => one(`${kind} good`, kind, ['image-ok'], seed, () => goodPhoto(kind, seed))),
    ...MISHAPS.flatMap(({ name, kinds, verdicts, happen }) =>
      kinds.map((kind) =>
        one(`${kind} ${name}`, kind, verdicts, seed, async () =>
          degrade(await goodPhoto(kind, seed), happen(seeded(seed * 17 + name.length))),
        ),
      ),
    ),
    one('id-back expired', 'id-back', ['image-expired'], seed, async () =>
      photoOf(await idBack({ seed, from: '2005.03.08', to: '2025.03.08' }), { seed }),
    ),
    one('id-front with a wrong number', 'id-front', ['id-invalid-checksum'], seed, async () =>
      photoOf(await idFront({ seed, number: wrongNumber(person(seed).number) }), { seed }),
    ),
    one('face', 'face', ['image-face-only'], seed, () => face({ seed })),
  ]);
}

function one(
  what: string,
  document: DocumentKind,
  verdicts: readonly string[],
  seed: number,
  draw: Drawn['draw'],
): Drawn {
  return { what, seed, document, verdicts, draw };
}
