import { useSyncExternalStore } from 'react';
import { chosenLocale, keepLocale, type Locale, nearest, writeAs } from '../../shared/locale.ts';

const KEY = 'beian-console:locale';
const listeners = new Set<() => void>();
let now: Locale = 'zh-CN';

/** What this browser's desk is written in; everything is drawn anew when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

/** As was chosen here before, else as the browser asks; in Simplified Chinese where the dictionary cannot be loaded. */
export async function startLocale(): Promise<void> {
  await change(chosenLocale(KEY) ?? nearest(navigator.language)).catch(() => change('zh-CN'));
}

/** Rejects where the dictionary cannot be loaded; then nothing changes. */
export async function chooseLocale(locale: Locale): Promise<void> {
  if (await change(locale)) keepLocale(KEY, locale);
}

async function change(locale: Locale): Promise<boolean> {
  if (!(await writeAs(locale))) return false;
  now = locale;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
  return true;
}
