import { join } from 'node:path';
import type { Classifier } from './classifier.ts';
import type { Example } from './corpus.ts';
import { fitSettings } from './fit.ts';
import { fitInWorker } from './fit-in-worker.ts';
import { keepNewest, readMade, writeMade } from './made-file.ts';
import { unpackClassifier } from './pack.ts';

const NONE = new Float32Array(0);

/** The decisions of one content. The first answers alone where it is sure, and where no encoder runs. */
export interface Classifiers {
  /** Fitted on the words of the questions. */
  readonly words: Classifier;
  /** Fitted on their words and vectors; undefined without an encoder. */
  readonly meaning: Classifier | undefined;
}

interface ClassifiersOptions {
  readonly cacheDir: string;
  /** Of the content, without and with the encoder; the second undefined where none runs. */
  readonly keys: { readonly words: string; readonly meaning: string | undefined };
  /** Decisions of earlier contents to keep. */
  readonly others: number;
  readonly progress: (share: number) => void;
}

/**
 * Both decisions, from the cache where it has them, else fitted side by side and kept there. The vectors go with
 * `examples`; there are none without an encoder, and they are asked for only where there is something to fit.
 */
export async function classifiersOf(
  examples: readonly Example[],
  vectors: () => Promise<readonly Float32Array[]>,
  { cacheDir, keys, others, progress }: ClassifiersOptions,
): Promise<Classifiers> {
  const shares = new Map<string, number>();
  const found = async (name: string): Promise<{ readonly name: string; readonly kept: Buffer | undefined }> => ({
    name,
    kept: await readMade(join(cacheDir, name)),
  });
  const [inWords, inMeaning] = await Promise.all([
    found(`words-${keys.words}.bin`),
    keys.meaning === undefined ? undefined : found(`decision-${keys.meaning}.bin`),
  ]);
  // An encoder that fails is noticed before anything is fitted.
  const dense = inMeaning && !inMeaning.kept ? await vectors() : [];
  const one = async ({ name, kept }: typeof inWords, dense: readonly Float32Array[]): Promise<Classifier> => {
    if (kept) return unpackClassifier(kept);
    const fittable = examples.map((example, at) => ({ ...example, vector: dense[at] ?? NONE }));
    shares.set(name, 0);
    const packed = await fitInWorker({ examples: fittable, settings: fitSettings }, (share) => {
      shares.set(name, share);
      progress([...shares.values()].reduce((sum, each) => sum + each, 0) / shares.size);
    });
    const file = join(cacheDir, name);
    await writeMade(file, packed);
    await keepNewest(file, others);
    return unpackClassifier(packed);
  };
  const [words, meaning] = await Promise.all([one(inWords, []), inMeaning && one(inMeaning, dense)]);
  return { words, meaning };
}
