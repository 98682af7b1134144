import { describe, expect, it } from 'vitest';
import { newDraft } from '../../src/bot/draft.ts';
import { confidenceBins, evaluate, share } from '../../src/bot/evaluate.ts';
import { type Outcome, outcome } from '../../src/bot/message.ts';
import { nothingHeard } from '../hearing.ts';

const outcomes: Readonly<Record<string, Outcome>> = {
  right: outcome('answer', { entry: 1, confidence: 0.96 }),
  other: outcome('answer', { entry: 2, confidence: 0.6 }),
  both: outcome('answer', { entry: 2, entries: [2, 1], confidence: 0.9 }),
  asks: outcome('clarify', { candidates: [3, 1], confidence: 0.7 }),
  'asks amiss': outcome('clarify', { candidates: [3, 4], confidence: 0.7 }),
  declines: outcome('not-covered'),
  refuses: outcome('refuse'),
};
const judged = (texts: readonly string[], outside: readonly string[] = []) =>
  evaluate(
    async (message, record) => ({
      ...newDraft(message, message.text, record, nothingHeard),
      outcome: outcomes[message.text],
    }),
    texts.map((q) => ({ id: q, q, entry: 1, also: [] })),
    outside.map((q) => ({ id: q, q, kind: 'near-domain' })),
  );

describe('an evaluation', () => {
  it('tells what came of questions in scope', async () => {
    const { inScope } = await judged(Object.keys(outcomes));
    expect(inScope.map(({ verdict }) => verdict)).toEqual([
      'right',
      'wrong',
      'right',
      'clarified',
      'wrong',
      'not-covered',
      'not-covered',
    ]);
  });

  it('takes another entry that answers as well for right', async () => {
    const { inScope } = await evaluate(
      async (message, record) => ({
        ...newDraft(message, '', record, nothingHeard),
        outcome: outcomes.other,
      }),
      [{ id: 'a', q: 'a', entry: 1, also: [2] }],
      [],
    );
    expect(inScope[0]?.verdict).toBe('right');
  });

  it('tells what came of questions out of scope', async () => {
    const { outOfScope } = await judged([], ['right', 'asks', 'declines', 'refuses']);
    expect(outOfScope.map(({ verdict }) => verdict)).toEqual(['answered', 'clarified', 'declined', 'declined']);
  });

  it('counts shares', async () => {
    const { inScope } = await judged(['right', 'both', 'other', 'asks']);
    expect(share(inScope, 'right')).toBe(0.5);
    expect(share(inScope, 'right', 'clarified')).toBe(0.75);
  });

  it('compares confidence with what was right', async () => {
    const bins = confidenceBins(await judged(['right', 'other'], ['right']));
    expect(bins).toEqual([
      { from: 0.5, count: 1, meanConfidence: 0.6, right: 0 },
      { from: 0.95, count: 2, meanConfidence: 0.96, right: 0.5 },
    ]);
  });

  it('does not pass over a question without an outcome', async () => {
    await expect(judged(['nothing'])).rejects.toThrow('nothing');
  });
});
