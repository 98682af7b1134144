import { setConnection } from './connection.ts';
import { keys } from './desk-queries.ts';
import { eventsOf, type StreamEvent } from './event-stream.ts';
import { queryClient } from './query-client.ts';
import { learnClock } from './server-clock.ts';
import type { Present, Summary, Waiting } from './types.ts';
import { heardTyping, stoppedTyping } from './typing.ts';

/** Milliseconds before the first and the latest attempt to connect again. */
const SOON = 1_000;
const LATEST = 30_000;

/** Keeps what is shown up to date until aborted: reads the desk's events, and goes on after the last one it has. */
export async function followDesk(signal: AbortSignal): Promise<void> {
  let last: string | undefined;
  let pause = SOON;
  while (!signal.aborted) {
    try {
      const response = await fetch('/api/console/events', {
        signal,
        cache: 'no-store',
        headers: last === undefined ? {} : { 'last-event-id': last },
      });
      if (response.status === 401) {
        await queryClient.invalidateQueries({ queryKey: ['session'] });
        return;
      }
      if (!response.ok || !response.body) throw new Error(`The events answered ${response.status}`);
      setConnection('live');
      // Without an id to go on from, nobody tells what moved before.
      if (last === undefined) void refreshAll();
      for await (const event of eventsOf(response.body)) {
        pause = SOON;
        if (event.id) {
          last = event.id;
          learnClock(event.id);
        }
        // A sign of life is a comment with the time.
        if (event.event === 'comment') learnClock(event.data);
        else take(event);
      }
    } catch {
      // Also how aborting ends it.
    }
    if (signal.aborted) return;
    setConnection('lost');
    await waitFor(pause * (0.75 + Math.random() / 2), signal);
    pause = Math.min(LATEST, pause * 2);
  }
}

function take({ event, data }: StreamEvent): void {
  const told = JSON.parse(data) as never;
  if (event === 'queue') queryClient.setQueryData(keys.queue, (told as { talks: readonly Waiting[] }).talks);
  else if (event === 'presence') takePresence((told as { agents: readonly Present[] }).agents);
  else if (event === 'talk') takeTalk(told as Summary);
  else if (event === 'radar') void queryClient.invalidateQueries({ queryKey: ['radar'] });
  else if (event === 'typing' && (told as { by: string }).by === 'user') heardTyping((told as { talk: string }).talk);
}

/** An event says less of each than the list does. */
function takePresence(agents: readonly Present[]): void {
  const known = queryClient.getQueryData<readonly Present[]>(keys.presence);
  if (!known || agents.some(({ agent }) => !known.some((one) => one.agent === agent))) {
    void queryClient.invalidateQueries({ queryKey: keys.presence });
  }
  if (!known) return;
  queryClient.setQueryData(
    keys.presence,
    agents.map((one) => ({ ...known.find(({ agent }) => agent === one.agent), ...one })),
  );
}

function takeTalk(summary: Summary): void {
  stoppedTyping(summary.talk);
  void queryClient.invalidateQueries({ queryKey: keys.talk(summary.talk) });
  void queryClient.invalidateQueries({ queryKey: ['talks'] });
}

function refreshAll(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'replies',
  });
}

/** Waits, but no longer than until the network is back or somebody looks at the page again. */
function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const ended = new AbortController();
    const end = (): void => {
      clearTimeout(timer);
      ended.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { signal: ended.signal });
    window.addEventListener('online', end, { signal: ended.signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && end(), {
      signal: ended.signal,
    });
  });
}
