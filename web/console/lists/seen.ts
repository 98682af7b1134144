import { useSyncExternalStore } from 'react';

const KEY = 'beian-console:seen';
/** Talks that are remembered; the oldest are forgotten. */
const MOST = 500;

let seen: ReadonlyMap<string, number> = read();
const listeners = new Set<() => void>();

/** Up to which line each conversation was looked at here. */
export function useSeen(): ReadonlyMap<string, number> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => seen,
  );
}

export function markSeen(talk: string, seq: number): void {
  if ((seen.get(talk) ?? 0) >= seq) return;
  const rest = [...seen].filter(([one]) => one !== talk).slice(1 - MOST);
  seen = new Map([...rest, [talk, seq]]);
  localStorage.setItem(KEY, JSON.stringify([...seen]));
  for (const listener of listeners) listener();
}

function read(): ReadonlyMap<string, number> {
  try {
    return new Map(JSON.parse(localStorage.getItem(KEY) ?? '[]') as [string, number][]);
  } catch {
    return new Map();
  }
}
