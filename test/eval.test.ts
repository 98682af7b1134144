import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAssistant } from '../src/bot/assistant.ts';
import { evaluate, InScope, OutOfScope, share } from '../src/bot/evaluate.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { hear } from './hearing.ts';
import { trainedKnowledge } from './trained.ts';

let knowledge: Knowledge;

beforeAll(async () => {
  knowledge = await trainedKnowledge();
});

afterAll(() => knowledge.close());

const lines = async (name: string): Promise<unknown[]> =>
  (await readFile(`data/eval/${name}.jsonl`, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** What was reached is held; a change of the content or the decision may not fall below. */
describe.each([
  { set: 'dev', right: 0.97, helped: 0.98, wrong: 0.005, answered: 0.01, clarified: 0.05 },
  { set: 'fresh', right: 0.98, helped: 0.995, wrong: 0.005, answered: 0.01, clarified: 0.05 },
])('on the $set set', (limits) => {
  it('the assistant is as good as it was', async () => {
    const { inScope, outOfScope } = await evaluate(
      createAssistant({ knowledge, hear, newTicketId: () => 'L-EVAL-0001' }),
      (await lines(`${limits.set}_faq`)).map((line) => InScope.parse(line)),
      (await lines(`${limits.set}_ood`)).map((line) => OutOfScope.parse(line)),
    );
    expect(inScope.length).toBeGreaterThanOrEqual(240);
    expect(outOfScope.length).toBeGreaterThanOrEqual(100);
    expect(share(inScope, 'right'), 'right').toBeGreaterThanOrEqual(limits.right);
    expect(share(inScope, 'right', 'clarified'), 'right or rightly clarified').toBeGreaterThanOrEqual(limits.helped);
    expect(share(inScope, 'wrong'), 'wrong').toBeLessThanOrEqual(limits.wrong);
    expect(share(outOfScope, 'answered'), 'answered out of scope').toBeLessThanOrEqual(limits.answered);
    expect(share(outOfScope, 'clarified'), 'clarified out of scope').toBeLessThanOrEqual(limits.clarified);
  }, 120_000);
});
