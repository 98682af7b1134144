import { describe, expect, it } from 'vitest';
import { decidedOtherwise } from '../../src/bot/decided-otherwise.ts';
import { type EvaluatedSet, measured, reasonsAgainst } from '../../src/bot/evaluate-change.ts';
import { outcome } from '../../src/bot/message.ts';

const guard = { set: 'dev', right: 0.9, helped: 0.95, wrong: 0.05, answered: 0.02, clarified: 0.1 };
const IN = {
  right: outcome('answer', { entry: 3 }),
  clarified: outcome('clarify', { candidates: [3, 5] }),
  wrong: outcome('answer', { entry: 5 }),
  'not-covered': outcome('not-covered'),
} as const;
const OUT = {
  declined: outcome('not-covered'),
  answered: outcome('answer', { entry: 5 }),
  clarified: outcome('clarify', { candidates: [3, 5] }),
} as const;

/** 100 questions in scope and 100 out of it; the verdicts given fall first, the rest is as it should be. */
function evaluated(
  inside: Partial<Record<keyof typeof IN, number>>,
  outside: Partial<Record<keyof typeof OUT, number>> = {},
): readonly EvaluatedSet[] {
  const filled = <Verdict extends string>(counts: Partial<Record<Verdict, number>>, rest: Verdict): Verdict[] => {
    const verdicts = (Object.entries(counts) as [Verdict, number][]).flatMap(([verdict, n]) => Array(n).fill(verdict));
    return [...verdicts, ...Array(100 - verdicts.length).fill(rest)];
  };
  const inScope = filled(inside, 'right').map((verdict, at) => ({
    item: { id: `i${at}`, q: `问 ${at}`, entry: 3, also: [] },
    outcome: IN[verdict],
    verdict,
  }));
  const outOfScope = filled(outside, 'declined').map((verdict, at) => ({
    item: { id: `o${at}`, q: `别的 ${at}`, kind: 'offtopic' },
    outcome: OUT[verdict],
    verdict,
  }));
  return [{ guard, evaluation: { inScope, outOfScope } }];
}

const against = (before: readonly EvaluatedSet[], after: readonly EvaluatedSet[], noise = 0.01) =>
  reasonsAgainst(measured(before), measured(after), { guards: [guard], noise });

describe('the gate before questions are published', () => {
  it('lets through what changes nothing, what is better, and what moves within the noise', () => {
    expect(against(evaluated({ clarified: 2 }), evaluated({ clarified: 2 }))).toEqual([]);
    expect(against(evaluated({ clarified: 2 }), evaluated({}))).toEqual([]);
    expect(against(evaluated({}), evaluated({ clarified: 1 }))).toEqual([]);
  });

  it('holds a drop beyond the noise, though every guard is kept', () => {
    const reasons = against(evaluated({}), evaluated({ clarified: 3 }));
    expect(reasons).toEqual(['全部题里判断正确的从 100.00% 降到 98.50%，比随机波动（1.00%）大。']);
  });

  it.each([
    ['right', evaluated({ clarified: 11 })],
    ['helped', evaluated({ 'not-covered': 6 })],
    ['wrong', evaluated({ wrong: 6 })],
    ['answered', evaluated({}, { answered: 3 })],
    ['clarified', evaluated({}, { clarified: 11 })],
  ])('holds what falls beyond the guard of %s', (_measure, after) => {
    const [reason = ''] = against(evaluated({}), after, 1);
    expect(reason).toMatch(/^题库 dev 里，.+从 .+ 变成 .+，不能(低于|超过) /);
  });

  it('lets a set that is beyond its guard already be mended step by step', () => {
    expect(against(evaluated({ wrong: 9 }), evaluated({ wrong: 8 }))).toEqual([]);
    expect(against(evaluated({ wrong: 9 }), evaluated({ wrong: 9 }))).toEqual([]);
    expect(against(evaluated({ wrong: 9 }), evaluated({ wrong: 12 }))).not.toEqual([]);
  });

  it('takes a measure that chance alone moves over its guard for none', () => {
    expect(against(evaluated({}, { answered: 2 }), evaluated({}, { answered: 3 }))).toEqual([]);
    expect(against(evaluated({}, { answered: 2 }), evaluated({}, { answered: 4 }))).not.toEqual([]);
  });
});

it('what is decided otherwise is told with what should be, the worse first', () => {
  const before = evaluated({ clarified: 1 }, { clarified: 1 });
  const after = evaluated({ right: 1, wrong: 1 }, { declined: 1 });
  expect(decidedOtherwise(before, after)).toMatchObject([
    { text: '问 1', should: [3], before: { kind: 'answer', entries: [3] }, after: { entries: [5] }, effect: 'worse' },
    { text: '问 0', should: [3], before: { kind: 'clarify', entries: [3, 5] }, effect: 'better' },
    { text: '别的 0', should: [], after: { kind: 'not-covered', entries: [] }, effect: 'better' },
  ]);
});
