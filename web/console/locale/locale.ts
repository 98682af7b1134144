import { useSyncExternalStore } from 'react';
import { speak } from './t.ts';

/** What the console speaks. Entries, and what the server answers, stay in Simplified Chinese. */
export const LOCALES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;
export type Locale = keyof typeof LOCALES;

const KEY = 'beian-console:locale';
const listeners = new Set<() => void>();
let now: Locale = 'zh-CN';

/** The language of this browser's desk; everything is drawn anew when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => now,
  );
}

/** Speaks what was chosen here before, else what the browser asks for. */
export function startLocale(): Promise<void> {
  return speakAs(wanted());
}

export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEY, locale);
  await speakAs(locale);
}

async function speakAs(locale: Locale): Promise<void> {
  speak(await dictionaryOf(locale));
  now = locale;
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

/** A chunk of its own: who reads Simplified Chinese loads none. */
async function dictionaryOf(locale: Locale): Promise<Readonly<Record<string, string>>> {
  if (locale === 'en') return (await import('./english.ts')).english;
  if (locale === 'zh-TW') return (await import('virtual:traditional')).traditional;
  return {};
}

function wanted(): Locale {
  const chosen = localStorage.getItem(KEY);
  if (chosen !== null && chosen in LOCALES) return chosen as Locale;
  const [first = ''] = navigator.languages;
  if (/^zh-(TW|HK|MO|Hant)/i.test(first)) return 'zh-TW';
  return /^en\b/i.test(first) ? 'en' : 'zh-CN';
}
