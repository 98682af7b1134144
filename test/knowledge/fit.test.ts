import { describe, expect, it } from 'vitest';
import { probabilities } from '../../src/knowledge/classifier.ts';
import { examplesOf } from '../../src/knowledge/corpus.ts';
import { outsideKinds } from '../../src/knowledge/entry.ts';
import { type Fittable, fitClassifier, fitSettings } from '../../src/knowledge/fit.ts';
import { fitInWorker } from '../../src/knowledge/fit-in-worker.ts';
import { loadContent } from '../../src/knowledge/load.ts';
import { packClassifier, unpackClassifier } from '../../src/knowledge/pack.ts';
import { seeded } from '../../src/knowledge/random.ts';
import { createNormalise } from '../../src/text/normalise.ts';
import { smallContent } from './small-content.ts';

const normalise = createNormalise();
const small = smallContent();
const examples = examplesOf(await loadContent(small.dataDir), normalise);
small.remove();

/** Examples with vectors of eight dimensions that tell the labels apart a little. */
function fittable(dimensions: number): readonly Fittable[] {
  const random = seeded(1);
  return examples.map((example) => {
    const lean = 'entry' in example.label ? example.label.entry : 0;
    return {
      ...example,
      vector: Float32Array.from({ length: dimensions }, (_, at) => random() + (at === lean % dimensions ? 1 : 0)),
    };
  });
}

const fitted = fitClassifier(fittable(8), fitSettings);

describe('a fitted decision', () => {
  it('is the same for the same content, bit for bit', () => {
    expect(Buffer.compare(packClassifier(fitClassifier(fittable(8), fitSettings)), packClassifier(fitted))).toBe(0);
  });

  it('is the same when another thread fits it, and tells how far it is', async () => {
    const shares: number[] = [];
    const packed = await fitInWorker({ examples: fittable(8), settings: fitSettings }, (share) => shares.push(share));
    expect(Buffer.compare(packed, packClassifier(fitted))).toBe(0);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1);
  });

  it('knows every entry and every kind of outside', () => {
    expect(fitted.labels).toEqual([
      { entry: 4 },
      { entry: 5 },
      { entry: 12 },
      ...outsideKinds.map((outside) => ({ outside })),
    ]);
  });

  it('gives chances that add up to 1, for any text and vector', () => {
    for (const text of ['', '授权书在哪下载', '𪚥👍 zzz', '备'.repeat(2_000)]) {
      for (const vector of [[], new Float32Array(8), Array(8).fill(100), [Number.NaN]]) {
        const chances = [...probabilities(fitted, text, vector)];
        if (vector.length !== 1) expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        if (vector.length !== 1) expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true);
      }
    }
  });

  it('has learnt what it was shown', () => {
    const right = fittable(8).filter(({ text, vector, label }) => {
      const chances = [...probabilities(fitted, text, vector)];
      const best = fitted.labels[chances.indexOf(Math.max(...chances))];
      return JSON.stringify(best) === JSON.stringify(label);
    });
    expect(right.length / examples.length).toBeGreaterThan(0.95);
  });

  it('needs no vectors', () => {
    const words = fitClassifier(fittable(0), fitSettings);
    expect(words.scaling.mean).toHaveLength(0);
    const chances = [...probabilities(words, normalise('授权书在哪里下载'), [])];
    expect(words.labels[chances.indexOf(Math.max(...chances))]).toEqual({ entry: 12 });
  });

  it('is not made bolder by too few questions to calibrate on', () => {
    const source = fittable(0).filter(({ group }) => group === 'source');
    expect(fitClassifier(source, fitSettings).temperature).toBe(1);
  });
});

describe('a packed decision', () => {
  const packed = packClassifier(fitted);

  it('comes back as it was', () => {
    expect(unpackClassifier(packed)).toEqual(fitted);
  });

  it('comes back from the middle of other bytes', () => {
    const around = Buffer.concat([Buffer.from('abc'), packed, Buffer.from('d')]);
    expect(unpackClassifier(around.subarray(3, 3 + packed.length))).toEqual(fitted);
  });

  it.each([0, 1, 3, 4, 10, 1_000, packed.length - 4, packed.length - 1])(
    'is refused when it is cut to %i bytes',
    (length) => {
      expect(() => unpackClassifier(packed.subarray(0, length))).toThrow();
    },
  );

  it('is refused when something hangs on it', () => {
    expect(() => unpackClassifier(Buffer.concat([packed, Buffer.alloc(4)]))).toThrow(RangeError);
  });
});
