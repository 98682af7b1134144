import { writeBy } from './t.ts';

/** The characters that the front ends are written in, each in its own name. */
export const LOCALES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文' } as const;
export type Locale = keyof typeof LOCALES;

export function nearest(wanted: string): Locale {
  return /^zh-(TW|HK|MO|Hant)/i.test(wanted) ? 'zh-TW' : 'zh-CN';
}

/** What was chosen in this browser, kept there under a key; undefined: nothing was. */
export function chosenLocale(key: string): Locale | undefined {
  try {
    const chosen = localStorage.getItem(key);
    return chosen === null ? undefined : nearest(chosen);
  } catch {
    return undefined;
  }
}

export function keepLocale(key: string, locale: Locale): void {
  try {
    localStorage.setItem(key, locale);
  } catch {
    // Without storage it holds for the page.
  }
}

let wish: Locale = 'zh-CN';

/**
 * Writes as wanted from now on. The dictionary is a part of its own: who reads Simplified Chinese loads none. False where
 * something else was wanted meanwhile; rejects where the dictionary does not come. Then nothing changes.
 */
export async function writeAs(locale: Locale): Promise<boolean> {
  wish = locale;
  const convert = locale === 'zh-TW' ? (await import('./traditional.ts')).traditional : (text: string) => text;
  if (wish !== locale) return false;
  writeBy(convert);
  return true;
}
