import { useSyncExternalStore } from 'react';

export type Scheme = 'light' | 'dark';

const KEY = 'beian-console:scheme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** Light or dark: what somebody chose here, else what their system has. */
export function useScheme(): Scheme {
  return useSyncExternalStore(subscribe, current);
}

export function toggleScheme(): void {
  const next = current() === 'dark' ? 'light' : 'dark';
  const systems = system.matches ? 'dark' : 'light';
  if (next === systems) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, next);
  for (const listener of listeners) listener();
}

function current(): Scheme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return system.matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  system.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    system.removeEventListener('change', listener);
  };
}
