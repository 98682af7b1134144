import { useSyncExternalStore } from 'react';
import { speak } from '../../shared/t.ts';

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

/** For what is no component: dates, the page's title. Everything is drawn anew when it changes. */
export function currentLocale(): Locale {
  return now;
}

/** Speaks what was chosen here before, else what the browser asks for; Simplified Chinese where that cannot be loaded. */
export async function startLocale(): Promise<void> {
  await speakAs(wanted()).catch(() => speakAs('zh-CN'));
}

/** Rejects where the dictionary cannot be loaded; then nothing changes. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await speakAs(locale);
  localStorage.setItem(KEY, locale);
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
