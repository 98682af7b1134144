import { useSyncExternalStore } from 'react';
import { KINDS, type Kind } from './kinds.ts';

/** How this browser calls for attention. */
export interface NotifySettings {
  readonly sound: boolean;
  /** 0 to 100. */
  readonly volume: number;
  readonly desktop: boolean;
  /** What is neither heard nor shown outside of the page. */
  readonly muted: readonly Kind[];
}

const KEY = 'beian-console:notify';
const USUAL: NotifySettings = { sound: true, volume: 60, desktop: true, muted: [] };

let now = read(localStorage.getItem(KEY));
const listeners = new Set<() => void>();
// Another tab has changed them.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === KEY) tell(read(newValue));
});

export function useNotifySettings(): NotifySettings {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

export function notifySettings(): NotifySettings {
  return now;
}

export function changeNotifySettings(change: Partial<NotifySettings>): void {
  const next = { ...now, ...change };
  localStorage.setItem(KEY, JSON.stringify(next));
  tell(next);
}

function tell(next: NotifySettings): void {
  now = next;
  for (const listener of listeners) listener();
}

/** What was kept, as far as it can be read. */
function read(text: string | null): NotifySettings {
  let kept: Partial<Record<keyof NotifySettings, unknown>> = {};
  try {
    kept = JSON.parse(text ?? '{}') ?? {};
  } catch {
    // As if nothing had been chosen.
  }
  const { sound, volume, desktop, muted } = kept;
  return {
    sound: typeof sound === 'boolean' ? sound : USUAL.sound,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : USUAL.volume,
    desktop: typeof desktop === 'boolean' ? desktop : USUAL.desktop,
    muted: Array.isArray(muted) ? KINDS.filter((kind) => muted.includes(kind)) : USUAL.muted,
  };
}
