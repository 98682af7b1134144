import { expect, it } from 'vitest';
import { memoryBus } from '../../../src/adapters/bus/memory-bus.ts';
import { follow, type Happening } from '../../../src/adapters/web/follow.ts';
import type { Line } from '../../../src/bot/message.ts';
import type { TalkRecord } from '../../../src/bot/talk-record.ts';
import { newCase } from '../../../src/handoff/case.ts';

const TALK = { id: 'talk', case: newCase('') } as TalkRecord;

/** A talk in memory whose store can be made to wait. */
function talking() {
  const bus = memoryBus();
  const kept: Line[] = [];
  let beforeRead = async () => {};
  const store = {
    async lines(_id: string, after: number, limit: number) {
      const found = kept.filter(({ seq }) => seq > after).slice(0, limit);
      await beforeRead();
      return found;
    },
    byId: async () => ({ ...TALK, seq: kept.length }),
  };
  const stop = new AbortController();
  return {
    say(text: string) {
      kept.push({ seq: kept.length + 1, at: '2026-03-02T06:32:00.000Z', by: 'bot', text });
      bus.publish('talk');
    },
    meanwhile(job: () => void) {
      beforeRead = async () => {
        beforeRead = async () => {};
        job();
      };
    },
    stop,
    bus,
    lines: follow({
      store,
      bus,
      placeOf: async () => undefined,
      id: 'talk',
      after: 0,
      heartbeat: 60_000,
      signal: stop.signal,
    }),
  };
}

/** The text of the next line. */
async function next(lines: AsyncGenerator<Happening>): Promise<string | undefined> {
  for await (const happening of { [Symbol.asyncIterator]: () => ({ next: () => lines.next() }) }) {
    if (happening.is === 'line') return happening.line.text;
  }
  return undefined;
}

it('misses no line that is stored while it reads', async () => {
  const { say, meanwhile, lines } = talking();
  meanwhile(() => say('刚刚说的'));
  expect(await next(lines)).toBe('刚刚说的');
});

it('repeats no line that it is told of twice', async () => {
  const { say, bus, lines } = talking();
  say('一');
  expect(await next(lines)).toBe('一');
  bus.publish('talk');
  bus.publish('talk');
  const second = next(lines);
  say('二');
  expect(await second).toBe('二');
});

it('reads long histories in pages', async () => {
  const { say, lines } = talking();
  for (let index = 1; index <= 250; index += 1) say(String(index));
  const read: (string | undefined)[] = [];
  for (let index = 1; index <= 250; index += 1) read.push(await next(lines));
  expect(read).toEqual(Array.from({ length: 250 }, (_, index) => String(index + 1)));
});

it('stops listening when it is aborted', async () => {
  const { bus, stop, lines, say } = talking();
  say('一');
  await next(lines);
  const waiting = lines.next();
  stop.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  let heard = 0;
  bus.subscribe('talk', () => {
    heard += 1;
  });
  say('二');
  expect(heard).toBe(1);
});

it('tells of nobody who was just taken that they wait without a place', async () => {
  const records = ['queued', 'agent'].map(
    (state) => ({ ...TALK, seq: 0, case: { ...TALK.case, state } }) as TalkRecord,
  );
  const stop = new AbortController();
  const told = follow({
    store: { lines: async () => [], byId: async () => records.shift() },
    bus: memoryBus(),
    placeOf: async () => undefined,
    id: 'talk',
    after: 0,
    heartbeat: 60_000,
    signal: stop.signal,
  });
  expect((await told.next()).value).toEqual({ is: 'state', state: { state: 'agent', from: 1 } });
  stop.abort();
});
