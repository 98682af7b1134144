import { afterEach, expect, it, vi } from 'vitest';
import { eventsOf, type StreamEvent } from '../../web/console/api/event-stream.ts';
import { learnClock, onClockSet, serverNow } from '../../web/console/api/server-clock.ts';

afterEach(() => vi.useRealTimers());

async function eventsIn(...chunks: readonly string[]): Promise<readonly StreamEvent[]> {
  const bytes = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of eventsOf(bytes)) events.push(event);
  return events;
}

it('a stream is read event by event, its signs of life among them', async () => {
  const events = await eventsIn(
    'retry: 2000\n\n: 2026-03-02T06:00:00.000Z\n\nid: 2026-03-02T06:00:01.000Z\nevent: que',
    'ue\ndata: {}\n\n: \n\n',
  );
  expect(events).toEqual([
    { id: undefined, event: 'comment', data: '2026-03-02T06:00:00.000Z' },
    { id: '2026-03-02T06:00:01.000Z', event: 'queue', data: '{}' },
    { id: undefined, event: 'comment', data: '' },
  ]);
});

it('the clock is the server’s, whatever this machine thinks', () => {
  vi.useFakeTimers({ now: Date.parse('2026-03-02T09:30:00.000Z') });
  const set = vi.fn();
  onClockSet(set);
  learnClock('2026-03-02T06:00:00.000Z');
  expect(new Date(serverNow()).toISOString()).toBe('2026-03-02T06:00:00.000Z');
  expect(set).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(20_000);
  expect(new Date(serverNow()).toISOString()).toBe('2026-03-02T06:00:20.000Z');
  // A sign of life a little late on the way changes nothing that one sees; no time at all changes nothing.
  learnClock('2026-03-02T06:00:19.800Z');
  learnClock('');
  expect(new Date(serverNow()).toISOString()).toBe('2026-03-02T06:00:19.800Z');
  expect(set).toHaveBeenCalledTimes(1);
});
