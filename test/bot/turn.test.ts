import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { memoryLock } from '../../src/adapters/lock/memory-lock.ts';
import { createAssistant } from '../../src/bot/assistant.ts';
import { outcome } from '../../src/bot/message.ts';
import { createTurn } from '../../src/bot/turn.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { alone } from '../alone.ts';
import { checks } from '../checks.ts';
import { AT, talk } from '../desk.ts';
import { type ShakyKnowledge, shaky } from '../dialogues/shaky.ts';
import { openStage, type Stage } from '../dialogues/stage.ts';
import { hear } from '../hearing.ts';
import { memoryVault } from '../memory-vault.ts';
import { openPictures } from '../pictures.ts';
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

const lines = () => stage.store.lines('talk-1', 0, 1000);
const question = '提示资料不完整怎么办';

describe('the same message again', () => {
  it('gets the same answer and changes nothing', async () => {
    const first = await stage.say(question, 'one');
    const [before, record] = [await lines(), await stage.record()];
    expect(await stage.say(question, 'one')).toEqual(first);
    expect(JSON.stringify(await stage.say(question, 'one'))).toBe(JSON.stringify(first));
    expect([await lines(), await stage.record()]).toEqual([before, record]);
  });

  it('gets the same answer while the first is still being made', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => stage.say(question, 'one')));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await lines()).filter(({ by }) => by === 'user')).toHaveLength(1);
  });

  it('gets the same answer after the process began anew, whatever was said since', async () => {
    const first = await stage.say(question, 'one');
    await stage.say('还是不行', 'two');
    stage.restart();
    expect(await stage.say(question, 'one')).toEqual(first);
  });

  it('leaves one 留言, not two', async () => {
    await stage.say('转人工，13800138000', 'one');
    await stage.say('转人工，13800138000', 'one');
    expect(await stage.store.tickets({ done: false })).toHaveLength(1);
  });

  it('is refused with other content, and nothing changes', async () => {
    await stage.say(question, 'one');
    const before = await lines();
    await expect(stage.say('授权书在哪里下载', 'one')).rejects.toMatchObject({ name: 'TurnError', code: 'id-reused' });
    expect(await lines()).toEqual(before);
    expect(stage.faults).toEqual([]);
  });
});

describe('messages at once', () => {
  it('are answered in the order they came', async () => {
    const asked = Array.from({ length: 20 }, (_, at) => `第${at}次问：提示资料不完整怎么办`);
    const answers = await Promise.all(asked.map((text, at) => stage.say(text, `m${at}`)));
    const kept = await lines();
    expect(kept.filter(({ by }) => by === 'user').map(({ text }) => text)).toEqual(asked);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_line, at) => at + 1));
    expect(answers.flatMap(({ messages }) => messages)).toEqual(kept.filter(({ by }) => by === 'bot'));
  });

  it('see what the one before them learnt', async () => {
    const [, second] = await Promise.all([
      stage.say('我用苹果手机，扫码进不去上传页面'),
      stage.say('扫码进不去怎么办'),
    ]);
    expect(second?.messages.at(-1)?.text).toContain('App Store');
    expect(second?.messages.at(-1)?.text).not.toContain('检查更新');
  });
});

describe('a fault', () => {
  it('is answered with one calm sentence and a person, reported once, and leaves nothing half', async () => {
    await stage.say('转人工');
    const before = await stage.record();
    const error = new Error('broken on purpose');
    knowledge.breakOnce(error);
    const { messages, outcome: came } = await stage.say('我的身份证是110105199001010020，资料传不上去');
    expect(messages).toHaveLength(1);
    expect(messages[0]?.choices).toEqual(['转人工']);
    expect(came).toMatchObject({ kind: 'handoff-offered', handoff: 'offered', entry: null });
    expect(stage.faults).toEqual([error]);
    expect((await stage.record()).facts).toEqual({ ...before.facts, faulted: true });
    expect(await stage.store.tickets({ done: false })).toEqual([]);
    expect(JSON.stringify(await lines())).not.toContain('110105199001010020');
  });

  it('does not spoil the next message', async () => {
    knowledge.breakOnce(new Error('broken on purpose'));
    await stage.say('刷脸一直过不去', 'one');
    expect((await stage.say('刷脸一直过不去', 'two')).outcome).toMatchObject({ kind: 'answer', entry: 8 });
    expect(stage.faults).toHaveLength(1);
  });

  it('is the answer of its message for good', async () => {
    knowledge.breakOnce(new Error('broken on purpose'));
    const first = await stage.say('刷脸一直过不去', 'one');
    expect(await stage.say('刷脸一直过不去', 'one')).toEqual(first);
  });
});

describe('a turn', () => {
  it('of a conversation that is gone says so', async () => {
    await stage.store.erase('talk-1');
    await expect(stage.say('你好')).rejects.toMatchObject({ name: 'TurnError', code: 'no-talk' });
  });

  it('is made again where another instance wrote first', async () => {
    const { store, seal } = stage;
    let made = 0;
    const inner = createAssistant({
      knowledge,
      checks,
      pictures: openPictures(),
      desk: alone,
      hear,
      newTicket: () => ({ id: 'L' }),
    });
    const receive = createTurn({
      vault: memoryVault(),
      store,
      seal,
      lock: memoryLock(),
      bus: memoryBus(),
      async assistant(message, record) {
        if (++made === 1) await stage.say('你好');
        return inner(message, record);
      },
      onFault: (error) => stage.faults.push(error),
    });
    const { messages } = await receive({ id: 'late', at: AT, talk, text: question });
    expect(made).toBe(2);
    expect((await lines()).map(({ by }) => by)).toEqual(['user', 'bot', 'user', 'bot']);
    expect(messages).toEqual((await lines()).slice(3));
  });

  it('gives up where others always write first', async () => {
    const { store, seal } = stage;
    const assistant = createAssistant({
      knowledge,
      checks,
      pictures: openPictures(),
      desk: alone,
      hear,
      newTicket: () => ({ id: 'L' }),
    });
    const receive = createTurn({
      vault: memoryVault(),
      store: { ...store, commit: async () => undefined },
      seal,
      lock: memoryLock(),
      bus: memoryBus(),
      assistant,
      onFault: (error) => stage.faults.push(error),
    });
    await expect(receive({ id: 'x', at: AT, talk, text: question })).rejects.toMatchObject({ code: 'busy' });
    expect(await lines()).toEqual([]);
  });

  it('tells who listens once it is stored', async () => {
    const heard: number[] = [];
    const bus = memoryBus();
    bus.subscribe('talk-1', () => heard.push(1));
    const { store, seal } = stage;
    const assistant = createAssistant({
      knowledge,
      checks,
      pictures: openPictures(),
      desk: alone,
      hear,
      newTicket: () => ({ id: 'L' }),
    });
    const receive = createTurn({
      store,
      seal,
      vault: memoryVault(),
      lock: memoryLock(),
      bus,
      assistant,
      onFault: () => {},
    });
    await receive({ id: 'x', at: AT, talk, text: question });
    await receive({ id: 'x', at: AT, talk, text: question });
    expect(heard).toHaveLength(1);
  });

  it('that says nothing is silent', async () => {
    const { store, seal } = stage;
    const inner = createAssistant({
      knowledge,
      checks,
      pictures: openPictures(),
      desk: alone,
      hear,
      newTicket: () => ({ id: 'L' }),
    });
    const receive = createTurn({
      vault: memoryVault(),
      store,
      seal,
      lock: memoryLock(),
      bus: memoryBus(),
      assistant: async (message, record) => ({ ...(await inner(message, record)), replies: [], outcome: undefined }),
      onFault: (error) => stage.faults.push(error),
    });
    expect(await receive({ id: 'x', at: AT, talk, text: question })).toEqual({
      messages: [],
      outcome: outcome('silent'),
    });
  });
});
