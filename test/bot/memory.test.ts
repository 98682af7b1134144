import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { phrases } from '../../src/bot/phrases.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { AT } from '../desk.ts';
import { type ShakyKnowledge, shaky } from '../dialogues/shaky.ts';
import { openStage, type Stage } from '../dialogues/stage.ts';
import { trainedKnowledge } from '../trained.ts';

let trained: Knowledge;
let knowledge: ShakyKnowledge;
let stage: Stage;
beforeAll(async () => {
  trained = await trainedKnowledge();
});
afterAll(() => trained.close());
beforeEach(async () => {
  knowledge = shaky(trained);
  stage = await openStage(knowledge);
});
afterEach(() => stage.close());

/** Replaces the stored memory, as another release would have left it. */
async function remember(memory: Readonly<Record<string, unknown>>): Promise<void> {
  const { id, seq, facts, case: life } = await stage.record();
  const unsaid = { replies: [], by: 'bot', outcome: outcome('silent') } as const;
  await stage.store.commit({ id, seq, was: life, case: life, at: AT, ...unsaid, facts, memory });
}

const waiting = (id: string, state: unknown) => ({ dialogState: { dialogStack: [{ id, state }] } });

describe('what the conversation engine remembers', () => {
  it('is stored while a dialogue waits and gone afterwards', async () => {
    await stage.say('转人工');
    expect(JSON.stringify((await stage.record()).memory)).toContain('"ticket"');
    await stage.say('不留了');
    expect((await stage.record()).memory).toEqual({});
  });

  it('is empty for a conversation in which nothing waits', async () => {
    await stage.say('提示资料不完整怎么办');
    expect((await stage.record()).memory).toEqual({});
  });

  it('belongs to one conversation only', async () => {
    const other = await openStage(knowledge);
    await stage.say('转人工');
    expect((await other.say('13800138000')).outcome.kind).not.toBe('handoff');
    expect(other.faults).toEqual([]);
    await other.close();
  });

  it('of a dialogue that exists no more is dropped, and the message answered', async () => {
    await remember(waiting('face-ladder', { step: 3 }));
    const { messages, outcome: came } = await stage.say('提示资料不完整怎么办');
    expect(messages[0]?.text).toBe(phrases.lost);
    expect(came).toMatchObject({ kind: 'answer', entry: 3 });
    expect((await stage.record()).memory).toEqual({});
    expect(stage.faults).toEqual([]);
    expect((await stage.say('授权书在哪里下载')).messages[0]?.text).not.toBe(phrases.lost);
  });

  it('of a dialogue that exists no more does not stand in the way of a person', async () => {
    await remember(waiting('face-ladder', {}));
    expect((await stage.say('转人工')).outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
    expect((await stage.say('13800138000')).outcome).toMatchObject({ kind: 'handoff', handoff: 'ticket' });
  });

  it('of entries that exist no more is given up, and the message answered', async () => {
    await remember(waiting('clarify', { candidates: [901, 902] }));
    expect((await stage.say('提示资料不完整怎么办')).outcome).toMatchObject({ kind: 'answer', entry: 3 });
    expect(stage.faults).toEqual([]);
  });

  it('counts the choices as they were offered, though one exists no more', async () => {
    await remember(waiting('clarify', { candidates: [901, 6] }));
    expect((await stage.say('第二个')).outcome).toMatchObject({ kind: 'answer', entry: 6 });
  });

  it('that cannot be read is a fault of one message only', async () => {
    await remember(waiting('clarify', {}));
    expect((await stage.say('提示资料不完整怎么办')).outcome.kind).toBe('handoff-offered');
    expect((await stage.say('提示资料不完整怎么办')).outcome).toMatchObject({ kind: 'answer', entry: 3 });
    expect(stage.faults).toHaveLength(1);
  });
});
