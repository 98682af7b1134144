import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '../me.ts';

/** Values as they were read or written last: the same object until it changes. */
const drafts = new Map<string, unknown>();
const listeners = new Set<() => void>();

/** What it becomes, or how that follows from what it is by then. */
type Next<T> = T | undefined | ((now: T | undefined) => T);

/**
 * What somebody changed in a form and has not saved: kept in this tab over leaving, reloading and signing in again.
 * Undefined while nothing is changed, and what to change it with; giving undefined forgets it. Plain JSON.
 */
export function useDraft<T>(name: string): readonly [draft: T | undefined, change: (next: Next<T>) => void] {
  const { id } = useMe();
  const key = `beian-console:draft:${id}:${name}`;
  const draft = useSyncExternalStore(subscribe, () => read(key)) as T | undefined;
  const change = useCallback(
    (next: Next<T>) => {
      const made = typeof next === 'function' ? (next as (now: T | undefined) => T)(read(key) as T | undefined) : next;
      write(key, made);
    },
    [key],
  );
  return [draft, change];
}

function read(key: string): unknown {
  if (!drafts.has(key)) drafts.set(key, parsed(sessionStorage.getItem(key)));
  return drafts.get(key);
}

function write(key: string, next: unknown): void {
  drafts.set(key, next);
  if (next === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
