import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../src/knowledge/classifier.ts';
import { type Costs, decide } from '../../src/knowledge/decide.ts';
import type { FoundError } from '../../src/knowledge/errors.ts';

const costs: Costs = {
  wrong: 10,
  answeredOutside: 5,
  clarified: 1,
  clarifiedWithout: 5,
  clarifiedOutside: 2,
  declined: 4,
};
const labels: readonly Label[] = [
  { entry: 1 },
  { entry: 2 },
  { entry: 3 },
  { outside: 'near-domain' },
  { outside: 'smalltalk' },
];

/** Five entries and two kinds of none of them. */
const wide: readonly Label[] = [
  { entry: 1 },
  { entry: 2 },
  { entry: 3 },
  { entry: 4 },
  { entry: 5 },
  ...labels.slice(3),
];

/** Chances that add up to 1 as nearly as floats do. */
const chances = fc
  .array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-12, 5, 50)), {
    minLength: 7,
    maxLength: 7,
  })
  .map((weights) => weights.map((weight) => weight / (weights.reduce((a, b) => a + b, 0) || 1)))
  .filter((list) => list.some((chance) => chance > 0));
const cost = fc.double({ min: 0.1, max: 20, noNaN: true });
const anyCosts: fc.Arbitrary<Costs> = fc.record({
  wrong: cost,
  answeredOutside: cost,
  clarified: cost,
  clarifiedWithout: cost,
  clarifiedOutside: cost,
  declined: cost,
});

function error(entry: number, rest: Partial<FoundError> = {}): FoundError {
  return { entry, error: `错误${entry}`, edits: 0, telling: true, ...rest };
}

describe('deciding', () => {
  it('answers what is likely, offers what is close, and declines what nothing answers', () => {
    expect(decide(labels, [0.97, 0.01, 0.01, 0.01, 0], [], costs)).toMatchObject({
      kind: 'answer',
      confidence: 0.97,
      candidates: [{ entry: 1 }, {}, {}],
    });
    expect(decide(labels, [0.5, 0.45, 0.01, 0.04, 0], [], costs)).toMatchObject({
      kind: 'clarify',
      candidates: [{ entry: 1 }, { entry: 2 }],
    });
    expect(decide(labels, [0.02, 0.01, 0.01, 0.06, 0.9], [], costs)).toMatchObject({
      kind: 'outside',
      outside: { kind: 'smalltalk', probability: 0.96 },
    });
  });

  it('offers the third only where it is not far behind the second', () => {
    const choices = (list: readonly number[]): readonly number[] =>
      decide(labels, list, [], costs).candidates.map(({ entry }) => entry);
    expect(choices([0.36, 0.33, 0.3, 0.01, 0])).toEqual([1, 2, 3]);
    expect(choices([0.5, 0.45, 0.02, 0.03, 0])).toEqual([1, 2]);
  });

  it('answers with the only entry there is', () => {
    const one: readonly Label[] = [{ entry: 7 }, { outside: 'offtopic' }];
    expect(decide(one, [0.9, 0.1], [], costs)).toMatchObject({ kind: 'answer', candidates: [{ entry: 7 }] });
    expect(decide(one, [0.7, 0.3], [], costs)).toMatchObject({ kind: 'answer', confidence: 0.7 });
    expect(decide(one, [0.1, 0.9], [], costs)).toMatchObject({ kind: 'outside' });
    expect(decide([{ outside: 'offtopic' }], [1], [], costs)).toMatchObject({ kind: 'outside', candidates: [] });
  });

  it('never answers what is surely outside, whatever mistakes cost', () => {
    fc.assert(
      fc.property(anyCosts, fc.constantFrom(3, 4), (costs, at) => {
        const list = labels.map((_, i) => (i === at ? 1 : 0));
        expect(decide(labels, list, [], costs).kind).toBe('outside');
      }),
      { seed: 7 },
    );
  });

  it('is sure to a degree between 0 and 1, lists entries best first, and offers two or three', () => {
    fc.assert(
      fc.property(chances, anyCosts, (list, costs) => {
        const { kind, confidence, candidates, outside } = decide(wide, list, [], costs);
        for (const chance of [confidence, outside.probability]) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        const sorted = candidates.map(({ probability }) => probability);
        expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
        if (kind === 'clarify') expect([2, 3]).toContain(candidates.length);
        else expect(candidates).toHaveLength(5);
      }),
      { numRuns: 2_000, seed: 8 },
    );
  });

  it('takes the step with the least expected cost', () => {
    fc.assert(
      fc.property(chances, anyCosts, (list, costs) => {
        const { kind, candidates } = decide(wide, list, [], costs);
        const none = (list[5] ?? 0) + (list[6] ?? 0);
        const ranked = list.slice(0, 5).sort((a, b) => b - a);
        const offered = ranked
          .slice(0, 3)
          .filter((chance, at) => at < 2 || chance > (ranked[1] ?? 0) / 4)
          .reduce((a, b) => a + b, 0);
        const expected = {
          answer: costs.wrong * (1 - none - (ranked[0] ?? 0)) + costs.answeredOutside * none,
          clarify:
            costs.clarified * offered + costs.clarifiedWithout * (1 - none - offered) + costs.clarifiedOutside * none,
          outside: costs.declined * (1 - none),
        };
        expect(expected[kind]).toBeLessThanOrEqual(Math.min(...Object.values(expected)) + 1e-9);
        expect(candidates.length).toBeGreaterThan(0);
      }),
      { numRuns: 2_000, seed: 9 },
    );
  });

  it('never takes an answer back because its entry became likelier', () => {
    fc.assert(
      fc.property(chances, anyCosts, fc.double({ min: 0, max: 1, noNaN: true }), (list, costs, more) => {
        const before = decide(wide, list, [], costs);
        fc.pre(before.kind === 'answer');
        const best = wide.findIndex((label) => 'entry' in label && label.entry === before.candidates[0]?.entry);
        const likelier = list.map((chance, at) => (at === best ? chance + (1 - chance) * more : chance * (1 - more)));
        const after = decide(wide, likelier, [], costs);
        expect(after.kind).toBe('answer');
        expect(after.candidates[0]?.entry).toBe(before.candidates[0]?.entry);
      }),
      { numRuns: 2_000, seed: 10 },
    );
  });
});

describe('a quoted error string', () => {
  const elsewhere = [0.01, 0.01, 0.01, 0.97, 0];

  it('that tells beats every score', () => {
    expect(decide(labels, elsewhere, [error(3)], costs)).toMatchObject({
      kind: 'answer',
      error: '错误3',
      confidence: 0.99,
      candidates: [{ entry: 3 }, {}, {}],
    });
    expect(decide(labels, [1, 0, 0, 0, 0], [error(2, { edits: 2 })], costs)).toMatchObject({
      kind: 'answer',
      confidence: 0.95,
      candidates: [{ entry: 2 }, {}, {}],
    });
  });

  it('that is short does so only where the message may be about our system', () => {
    const short = error(3, { telling: false });
    expect(decide(labels, [0.5, 0.1, 0.1, 0.3, 0], [short], costs)).toMatchObject({
      kind: 'answer',
      error: '错误3',
      confidence: 0.9,
      candidates: [{ entry: 3 }, {}, {}],
    });
    expect(decide(labels, elsewhere, [short], costs).kind).toBe('outside');
    expect(decide(labels, [0.95, 0.01, 0.02, 0.02, 0], [short], costs)).toMatchObject({
      kind: 'answer',
      candidates: [{ entry: 1 }, {}, {}],
    });
  });

  it('that is short decides nothing where another one speaks for another entry', () => {
    const both = [error(3, { telling: false }), error(2, { telling: false })];
    expect(decide(labels, [0.4, 0.3, 0.2, 0.1, 0], both, costs).error).toBeUndefined();
  });

  it('may belong to an entry that was not fitted', () => {
    expect(decide(labels, [1, 0, 0, 0, 0], [error(13)], costs).candidates[0]).toEqual({ entry: 13, probability: 0 });
  });
});
