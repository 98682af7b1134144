import { useSyncExternalStore } from 'react';
import { onClockSet, serverNow } from './api/server-clock.ts';

const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
let second = serverNow();
onClockSet(tick);

/** The server's time, once a second, one clock for all who show it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!ticking) {
    second = serverNow();
    ticking = setInterval(tick, 1000);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

function tick(): void {
  second = serverNow();
  for (const listener of listeners) listener();
}
