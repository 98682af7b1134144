import { useSyncExternalStore } from 'react';
import { t } from '../../shared/t.ts';
import icon from '../icon.svg?url';
import { visitorName } from '../words.ts';
import { kindName } from './kinds.ts';
import type { News } from './news-of.ts';

export type Permission = NotificationPermission | 'unsupported';

const listeners = new Set<() => void>();
const shown = new Map<string, Notification>();

/** Whether the browser shows notifications for this page. */
export function usePermission(): Permission {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, permission);
}

/** Only ever from a button: browsers take a page that asks by itself for a nuisance. */
export async function askPermission(): Promise<void> {
  await Notification.requestPermission();
  for (const listener of listeners) listener();
}

/** Says what happened and with whom, never what was said: others may see the screen. */
export function showNotification({ kind, talk }: News, onOpen: () => void): void {
  if (permission() !== 'granted') return;
  const tag = `${kind} ${talk}`;
  try {
    // One with the same tag takes the place of the one before, in all tabs.
    const made = new Notification(t('{what} · 备案助手', { what: kindName(kind) }), {
      body: visitorName(talk),
      tag,
      icon,
    });
    made.onclick = () => {
      window.focus();
      made.close();
      onOpen();
    };
    made.onclose = () => shown.delete(tag);
    shown.set(tag, made);
  } catch {
    // Chrome on Android lets only service workers show them.
  }
}

/** Takes back what no longer holds. */
export function closeNotification({ kind, talk }: News): void {
  shown.get(`${kind} ${talk}`)?.close();
}

function permission(): Permission {
  return typeof Notification === 'undefined' ? 'unsupported' : Notification.permission;
}
