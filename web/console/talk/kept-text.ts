import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '../me.ts';

const texts = new Map<string, string>();
const listeners = new Set<() => void>();

function keyOf(agent: string, talk: string): string {
  return `beian-console:text:${agent}:${talk}`;
}

/** What an agent has typed to somebody and not sent: kept over leaving, reloading and signing in again. */
export function useKeptText(talk: string): readonly [text: string, change: (text: string) => void] {
  const { id } = useMe();
  const key = keyOf(id, talk);
  const text = useSyncExternalStore(subscribe, () => read(key));
  return [text, useCallback((next: string) => write(key, next), [key])];
}

/** Under what a note for colleagues is kept. */
export function noteOf(talk: string): string {
  return `${talk}:note`;
}

/** Puts a text back that was not sent, before what was typed meanwhile. */
export function giveBackText(agent: string, talk: string, text: string): void {
  const key = keyOf(agent, talk);
  const now = read(key);
  write(key, now.trim() === '' ? text : `${text}\n${now}`);
}

function read(key: string): string {
  let text = texts.get(key);
  if (text === undefined) {
    text = localStorage.getItem(key) ?? '';
    texts.set(key, text);
  }
  return text;
}

function write(key: string, text: string): void {
  texts.set(key, text);
  if (text === '') localStorage.removeItem(key);
  else localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
