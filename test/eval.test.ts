import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqliteStore } from '../src/adapters/store/sqlite.ts';
import { createAssistant } from '../src/bot/assistant.ts';
import { readEvalSets } from '../src/bot/eval-sets.ts';
import { evaluate, share } from '../src/bot/evaluate.ts';
import { Dialogue, dialogueShares, evaluateDialogues } from '../src/bot/evaluate-dialogues.ts';
import { Extract, evaluateExtraction, extractionShares } from '../src/bot/evaluate-extraction.ts';
import { layFoundation } from '../src/foundation.ts';
import { answerWith } from '../src/house.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { alone } from './alone.ts';
import { checks } from './checks.ts';
import { hear } from './hearing.ts';
import { described } from './pictures/described.ts';
import { openPictures } from './pictures.ts';
import { cacheDir, trainedKnowledge } from './trained.ts';

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

const { sets } = await readEvalSets('data');

/** What was reached is held; a change of the content or the decision may not fall below. */
describe.each(sets.map((one) => ({ ...one, ...one.guard })))('on the $set set', ({ guard: limits, ...set }) => {
  it('the assistant is as good as it was', async () => {
    const { inScope, outOfScope } = await evaluate(
      createAssistant({
        knowledge,
        checks,
        pictures: openPictures(),
        desk: alone,
        hear,
        newTicket: () => ({ id: 'L-EVAL-0001' }),
      }),
      set.inScope,
      set.outOfScope,
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

it('hears phones and places as well as it did', async () => {
  const items = (await lines('dev_extract')).map((line) => Extract.parse(line));
  const judged = evaluateExtraction((text) => hear(knowledge.normalise(text), {}).facts, items);
  const { versions, places } = extractionShares(judged);
  expect(items.length).toBeGreaterThanOrEqual(60);
  expect(versions, 'platform, system and APP version').toBeGreaterThanOrEqual(0.97);
  expect(places, 'province').toBeGreaterThanOrEqual(0.99);
});

describe.each([{ set: 'dev' }, { set: 'fresh3' }, { set: 'fresh4' }])(
  'on the conversations of the $set set',
  ({ set }) => {
    it('what was reached is held, with every picture drawn as it is described', async () => {
      const dialogues = (await lines(`${set}_dialogues`)).map((line) => Dialogue.parse(line));
      const config = { dataDir: cacheDir, vaultKey: randomBytes(32) };
      const foundation = await layFoundation(config, () => sqliteStore(':memory:'));
      const receive = await answerWith(foundation, knowledge, (error) => {
        throw error;
      });
      const judged = await evaluateDialogues({ store: foundation.store, receive, draw: described }, dialogues);
      await foundation.store.close();
      const shares = dialogueShares(judged);
      expect(dialogues.length).toBeGreaterThanOrEqual(25);
      expect(judged.every(({ skipped }) => skipped === 0)).toBe(true);
      expect(shares.turns, 'turns').toBeGreaterThanOrEqual(0.97);
      expect(shares.dialogues, 'whole dialogues').toBeGreaterThanOrEqual(0.95);
    }, 600_000);
  },
);
