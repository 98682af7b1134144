import { afterEach, describe, expect, it } from 'vitest';
import { memoryBus } from '../../src/adapters/bus/memory-bus.ts';
import { type DeskKeeper, keepDesk } from '../../src/adapters/delivery/keep-desk.ts';
import { memoryLock } from '../../src/adapters/lock/memory-lock.ts';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { lookAtDesk } from '../../src/bot/desk-view.ts';
import type { Channel } from '../../src/bot/ports.ts';
import { createTurn } from '../../src/bot/turn.ts';
import { lightAssistant } from '../people/crash/light-assistant.ts';

const HOUR = 3_600_000;
const TALK = { channel: 'wechat', room: 'r', user: 'u' } as const;

/** A desk with one person at a vendor, and a clock that anybody may set. */
async function open() {
  let now = Date.parse('2026-03-02T06:00:00.000Z');
  let isDown = false;
  const clock = () => new Date(now);
  const store: SqlStore = await sqliteStore(':memory:');
  const [bus, sent, faults] = [memoryBus(), [] as string[], [] as unknown[]];
  const channel: Channel = {
    name: 'wechat',
    async open() {},
    async send({ lines, arrived }) {
      for (const { seq, text } of lines) {
        if (isDown) throw new Error('the vendor is away');
        sent.push(text);
        await arrived(seq);
      }
    },
    async close() {},
  };
  const keeper: DeskKeeper = keepDesk({
    ...{ store, bus, clock, every: 2 ** 30, vault: { erase: async () => 0 } },
    channels: new Map([['wechat', channel]]),
    onFault: (error) => faults.push(error),
    onError: (error) => faults.push(error),
  });
  await store.open({ id: 't', talk: TALK, at: clock().toISOString(), tokenHash: null, welcome: [] });
  const turn = createTurn({
    ...{ store, bus, lock: memoryLock(), seal: vaultSeal(Buffer.alloc(32)), vault: { erase: async () => 0 } },
    assistant: lightAssistant(lookAtDesk(store)),
    onFault: (error) => faults.push(error),
  });
  return {
    store,
    sent,
    faults,
    say: (id: string) => turn({ id, at: clock().toISOString(), talk: TALK, text: `问题 ${id}` }),
    jump: (ms: number) => {
      now += ms;
    },
    vendor: (is: 'up' | 'down') => {
      isDown = is === 'down';
    },
    round: () => keeper.round(),
    async close() {
      await keeper.stop();
      await store.close();
    },
  };
}

const answers = (...ids: readonly string[]) => ids.flatMap((id) => [`收到：问题 ${id}`, `还有别的吗？（问题 ${id}）`]);

describe.each([
  ['forwards', HOUR],
  ['backwards', -HOUR],
])('a clock that jumps %s by an hour', (_name, by) => {
  let desk: Awaited<ReturnType<typeof open>>;
  afterEach(() => desk.close());

  it('keeps what was said in its order, and sends each line once', async () => {
    desk = await open();
    const before = await desk.say('m1');
    await desk.round();
    desk.jump(by);
    await desk.say('m2');
    await desk.round();
    expect(await desk.say('m1')).toEqual(before);
    desk.jump(-by);
    await desk.say('m3');
    await desk.round();
    expect(desk.sent).toEqual(answers('m1', 'm2', 'm3'));
    const lines = await desk.store.lines('t', 0, 100);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_line, index) => index + 1));
    // Either way it was set back once.
    expect(desk.faults).toEqual([expect.objectContaining({ code: 'clock-went-back' })]);
  });

  it('does not keep a line that was under way until the clock is where it was', async () => {
    desk = await open();
    await desk.say('m1');
    desk.vendor('down');
    await desk.round();
    desk.jump(by);
    desk.vendor('up');
    desk.jump(60_000);
    await desk.round();
    await desk.round();
    await desk.say('m2');
    await desk.round();
    expect(desk.sent).toEqual(answers('m1', 'm2'));
  });
});
