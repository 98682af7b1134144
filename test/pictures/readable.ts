import { seeded } from '../../src/knowledge/random.ts';
import { blur, type Degrade, dark, degrade, jpeg, perspective, shrink, turn } from './degrade.ts';
import { person } from './fictional.ts';
import { idBack } from './id-back.ts';
import { idFront } from './id-front.ts';
import { photoOf } from './photo-of.ts';

/** A photo of a card that a person can still read, and what stands on it. */
export interface Readable {
  readonly photo: Buffer;
  /** The number of a front, the last day of a back (YYYY-MM-DD, or `long`). */
  readonly says: string;
}

/** Mishaps that leave a card readable. */
const MILD: readonly ((random: () => number) => Degrade)[] = [
  () => (photo) => Promise.resolve(photo),
  (random) => blur(1 + random()),
  (random) => dark(0.25 + random() / 4),
  () => jpeg(30),
  (random) => turn([90, 180, 270][Math.floor(random() * 3)] ?? 90),
  () => perspective(0.06),
  () => shrink(700),
];

async function mild(card: Buffer, seed: number): Promise<Buffer> {
  const random = seeded(seed * 13 + 3);
  const background = (['wood', 'cloth', 'dark'] as const)[Math.floor(random() * 3)] ?? 'wood';
  const photo = await photoOf(card, { seed, background, margin: 0.05 + random() * 0.15, angle: random() * 8 - 4 });
  const mishap = MILD[seed % MILD.length];
  return mishap ? degrade(photo, mishap(random)) : photo;
}

export async function readableFront(seed: number): Promise<Readable> {
  return { photo: await mild(await idFront({ seed }), seed), says: person(seed).number };
}

export async function readableBack(seed: number): Promise<Readable> {
  const { to } = person(seed);
  return { photo: await mild(await idBack({ seed }), seed), says: to === '长期' ? 'long' : to.replaceAll('.', '-') };
}
