import { useSyncExternalStore } from 'react';

/** Milliseconds that somebody counts as typing after they were last heard. */
const LASTS = 6_000;

let typing: ReadonlyMap<string, number> = new Map();
const listeners = new Set<() => void>();

export function heardTyping(talk: string): void {
  const until = Date.now() + LASTS;
  change(new Map(typing).set(talk, until));
  setTimeout(() => {
    if (typing.get(talk) === until) stoppedTyping(talk);
  }, LASTS);
}

export function stoppedTyping(talk: string): void {
  if (!typing.has(talk)) return;
  const rest = new Map(typing);
  rest.delete(talk);
  change(rest);
}

/** Whether the person of a talk is typing. */
export function useTyping(talk: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => typing.has(talk),
  );
}

function change(next: ReadonlyMap<string, number>): void {
  typing = next;
  for (const listener of listeners) listener();
}
