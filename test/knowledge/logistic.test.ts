import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLogistic, logits, type Row, softmax } from '../../src/knowledge/logistic.ts';
import { seeded, shuffled } from '../../src/knowledge/random.ts';

const options = { epochs: 40, rate: 0.1, decay: 0, batch: 4, seed: 1 };
const sparse = (ids: readonly number[]) => ({ ids: Int32Array.from(ids), values: Float32Array.from(ids, () => 1) });
const row = (ids: readonly number[], dense: readonly number[], label: number): Row => ({
  variants: [sparse(ids)],
  dense: Float32Array.from(dense),
  label,
});

describe('logistic regression', () => {
  it('learns from what is sparse and what is dense, and that alone', () => {
    const rows = [
      row([0], [0, 1], 0),
      row([0, 2], [0, -1], 0),
      row([1], [0, 1], 1),
      row([1, 2], [0, -1], 1),
      row([], [5, 0], 2),
      row([2], [5, 0], 2),
    ];
    const fitted = fitLogistic(rows, { classes: 3, sparse: 3, dense: 2 }, options);
    for (const { variants, dense, label } of rows) {
      const chances = softmax(logits(fitted, variants[0] ?? sparse([]), dense));
      expect([...chances].indexOf(Math.max(...chances))).toBe(label);
      expect(chances[label]).toBeGreaterThan(0.8);
    }
  });

  it('counts every disturbed copy', () => {
    const copies: Row = { variants: [sparse([0]), sparse([1])], dense: new Float32Array(0), label: 0 };
    const fitted = fitLogistic([copies, row([2], [], 1)], { classes: 2, sparse: 3, dense: 0 }, options);
    expect(softmax(logits(fitted, sparse([1]), new Float32Array(0)))[0]).toBeGreaterThan(0.8);
  });

  it('says nothing about what it never saw', () => {
    const fitted = fitLogistic([row([0], [], 0), row([0], [], 1)], { classes: 2, sparse: 2, dense: 0 }, options);
    expect([...fitted.weights.slice(2, 4)]).toEqual([0, 0]);
    expect(softmax(logits(fitted, sparse([0]), new Float32Array(0)))[0]).toBeCloseTo(0.5, 1);
  });
});

describe('softmax', () => {
  it('gives chances that add up to 1 and keep the order, level at a high temperature', () => {
    const scores = fc.array(fc.double({ min: -800, max: 800, noNaN: true }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(scores, fc.double({ min: 0.2, max: 5, noNaN: true }), (list, temperature) => {
        const chances = [...softmax(Float64Array.from(list), temperature)];
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(chances[list.indexOf(Math.max(...list))]).toBe(Math.max(...chances));
      }),
      { seed: 11 },
    );
    expect(softmax(Float64Array.of(2, 0), 1e9)[0]).toBeCloseTo(0.5);
  });
});

describe('seeded numbers', () => {
  it('are the same for the same seed and lie in [0, 1)', () => {
    const numbers = (seed: number): readonly number[] => Array.from({ length: 1_000 }, seeded(seed));
    expect(numbers(5)).toEqual(numbers(5));
    expect(numbers(5)).not.toEqual(numbers(6));
    expect(numbers(7).every((number) => number >= 0 && number < 1)).toBe(true);
  });

  it('shuffle so that everything comes everywhere equally often', () => {
    const firsts = Array.from({ length: 4_000 }, (_, seed) => shuffled(4, seeded(seed))[0]);
    for (const one of [0, 1, 2, 3]) {
      const share = firsts.filter((first) => first === one).length / firsts.length;
      expect(share).toBeGreaterThan(0.22);
      expect(share).toBeLessThan(0.28);
    }
  });

  it('shuffle without losing any', () => {
    const order = shuffled(100, seeded(1));
    expect([...order]).not.toEqual([...order].sort((a, b) => a - b));
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });
});
