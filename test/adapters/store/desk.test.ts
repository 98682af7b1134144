import { describe, expect, it } from 'vitest';
import { AT, gapAt, newTalk, ticketAt, turnOf } from './samples.ts';
import { opened, places } from './stores.ts';

const hour = (h: number) => `2026-03-01T${String(h).padStart(2, '0')}:00:00.000Z`;

describe.each(Object.entries(places))('what the desk reads from %s', (_name, place) => {
  it('open tickets come oldest first, with what is known of the talk by now', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    await store.commit(turnOf('a', 1, { ticket: ticketAt(hour(9), 'second') }));
    await store.addTicket('b', ticketAt(hour(8), 'first'));
    const { facts } = turnOf('a', 1);
    expect(await store.tickets({ done: false })).toEqual([
      { ...ticketAt(hour(8), 'first'), talk: 'b', facts: {}, doneAt: null },
      { ...ticketAt(hour(9), 'second'), talk: 'a', facts, doneAt: null },
    ]);
    expect(await store.tickets({ done: true })).toEqual([]);
  });

  it('a ticket is finished once', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.addTicket('a', ticketAt(hour(8), 'k'));
    expect(await store.finishTicket('other', hour(9))).toBe(false);
    expect(await store.finishTicket('k', hour(9))).toBe(true);
    expect(await store.finishTicket('k', hour(10))).toBe(false);
    expect(await store.tickets({ done: false })).toEqual([]);
    expect((await store.tickets({ done: true })).map(({ doneAt }) => doneAt)).toEqual([hour(9)]);
  });

  it('a ticket needs its talk', async () => {
    const store = await opened(await place());
    await expect(store.addTicket('nobody', ticketAt(AT, 'k'))).rejects.toThrow(/foreign key/i);
  });

  it('gaps come newest first, as they were', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.open(newTalk('b'));
    const clarified = { ...gapAt(hour(11), '要多久'), outcome: 'clarify', candidates: [], confidence: 1 } as const;
    await store.commit(turnOf('a', 1, { gaps: [gapAt(hour(9), '早'), clarified] }));
    await store.commit(turnOf('b', 1, { gaps: [gapAt(hour(10), '中')] }));
    expect(await store.gaps(10)).toEqual([
      { talk: 'a', ...clarified },
      { talk: 'b', ...gapAt(hour(10), '中') },
      { talk: 'a', ...gapAt(hour(9), '早') },
    ]);
    expect((await store.gaps(2)).map(({ text }) => text)).toEqual(['要多久', '中']);
  });

  it('only lines of the bot are judged, each as often as one likes', async () => {
    const store = await opened(await place());
    await store.open(newTalk('a'));
    await store.commit(turnOf('a', 1));
    expect(await store.judge('a', 3, true, hour(9))).toBe(true);
    expect(await store.judge('a', 3, false, hour(10))).toBe(true);
    expect(await store.judge('a', 2, true, hour(9))).toBe(false);
    expect(await store.judge('a', 5, true, hour(9))).toBe(false);
    expect(await store.judge('nobody', 1, true, hour(9))).toBe(false);
  });
});
