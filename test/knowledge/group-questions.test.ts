import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupQuestions } from '../../src/knowledge/group-questions.ts';
import { directionFrom, wordVector } from '../../src/knowledge/question-vector.ts';

const group = async (texts: readonly string[], threshold = 0.4) =>
  (
    await groupQuestions(
      texts.map((text) => ({ vector: wordVector(text), times: 1 })),
      threshold,
    )
  ).map((places) => places.map((at) => texts[at]));

it('puts together what says about the same', async () => {
  const texts = ['备案号在哪里查', '发票怎么开', '备案号在哪里查询', '在哪里查备案号', '怎么开发票'];
  expect(await group(texts)).toEqual([
    ['备案号在哪里查', '备案号在哪里查询', '在哪里查备案号'],
    ['发票怎么开', '怎么开发票'],
  ]);
});

it('begins with what is asked most', async () => {
  const vectors = ['发票怎么开', '备案号在哪里查'].map((text, at) => ({ vector: wordVector(text), times: at }));
  expect(await groupQuestions(vectors, 0.4)).toEqual([[1], [0]]);
});

it('puts every question into one group, and equal ones into the same', async () => {
  const component = fc.integer({ min: -5, max: 5 });
  const vector = fc.array(component, { minLength: 6, maxLength: 6 }).map((values) => directionFrom([], values));
  await fc.assert(
    fc.asyncProperty(
      fc.array(vector, { maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (all, least) => {
        const groups = await groupQuestions(
          [...all, ...all].map((one) => ({ vector: one, times: 1 })),
          least,
        );
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...Array(all.length * 2).keys()]);
        for (const at of all.keys()) {
          const home = groups.find((places) => places.includes(at));
          expect(home).toContain(at + all.length);
        }
      },
    ),
    { numRuns: 50 },
  );
});

it('sees from the middle what all vectors share as nothing', () => {
  expect([...directionFrom([10, 10], [13, 14])].map((value) => Number(value.toFixed(3)))).toEqual([0.6, 0.8]);
  expect([...directionFrom([1, 1], [1, 1])]).toEqual([0, 0]);
});
