import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answered } from '../../src/bot/message.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type ShakyKnowledge, shaky } from '../dialogues/shaky.ts';
import { openStage } from '../dialogues/stage.ts';
import { trainedKnowledge } from '../trained.ts';
import { demands, noDemands } from './person-wordings.ts';

let trained: Knowledge;
let knowledge: ShakyKnowledge;
beforeAll(async () => {
  trained = await trainedKnowledge();
  knowledge = shaky(trained);
});
afterAll(() => trained.close());

const textOf = ({ messages }: Answered): string => messages.map(({ text }) => text).join('\n');

/** What a message comes to as the first of a conversation, or after others. */
async function follow(before: readonly string[], said: string): Promise<Answered> {
  const stage = await openStage(knowledge);
  for (const text of before) await stage.say(text);
  const answered = await stage.say(said);
  expect(stage.faults).toEqual([]);
  await stage.close();
  return answered;
}

describe('a demand for a person', () => {
  it.each(Object.entries(demands))('in %s words is met in the same turn', async (_tone, wordings) => {
    for (const said of wordings) {
      const answered = await follow([], said);
      expect(answered.outcome, said).toMatchObject({ kind: 'handoff', handoff: 'ticket', entry: null });
      expect(textOf(answered), said).toMatch(/人工|客服/);
    }
  });

  it.each(['转人工', '给我接真人客服！', '你听不懂人话，换人！', 'talk to a human', '唔該轉人工', '转人共'])(
    '%s is met in the middle of a choice, of a 留言, after an answer',
    async (said) => {
      for (const before of [
        ['转人工'],
        ['转人工', '我的资料传了好几次都不行'],
        ['提示资料不完整怎么办'],
        ['不想活了'],
      ]) {
        expect((await follow(before, said)).outcome, before.join()).toMatchObject({
          kind: 'handoff',
          handoff: 'ticket',
        });
      }
      knowledge.unsure([3, 6]);
      expect((await follow(['传了没反应'], said)).outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    },
  );
});

describe('what only mentions a person', () => {
  it('is answered as what it is', async () => {
    for (const { said, entry } of noDemands) {
      const answered = await follow([], said);
      expect(answered.outcome.kind, said).not.toBe('handoff');
      if (entry !== undefined && answered.outcome.kind !== 'clarify') {
        expect(answered.outcome.entries, said).toContain(entry);
      }
    }
  });

  it.each(['转人工审核', '人工审核', '怎么转人工审核', '刷了五六次都不行,能不能转人工审核'])(
    '%s is the step of the filing system, with a person offered',
    async (said) => {
      const answered = await follow([], said);
      expect(answered.outcome).toMatchObject({ kind: 'answer', entry: 8, handoff: 'offered' });
      expect(textOf(answered)).toContain('转为人工审核');
      expect(answered.messages.at(-1)?.choices).toContain('转人工');
    },
  );
});
