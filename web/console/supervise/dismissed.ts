import { useSyncExternalStore } from 'react';

const KEY = 'beian-console:long-waits-seen';
/** More than are remembered no longer wait. */
const MOST = 200;

let waits: readonly string[] = (sessionStorage.getItem(KEY) ?? '').split(' ').filter(Boolean);
const listeners = new Set<() => void>();

/** The waits that were put aside in this tab, also over a reload. */
export function useDismissed(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waits,
  );
}

export function dismiss(more: readonly string[]): void {
  waits = [...waits, ...more].slice(-MOST);
  sessionStorage.setItem(KEY, waits.join(' '));
  for (const listener of listeners) listener();
}
