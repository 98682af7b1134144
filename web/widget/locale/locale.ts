import { signal } from '@preact/signals';
import { speak } from '../../shared/t.ts';

/** What the widget speaks. Entries stay in Simplified Chinese. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language that is spoken now; everything that is drawn reads it. */
export const locale = signal<Locale>('zh-CN');

let wish = '';

/**
 * A dictionary is a part of its own: who reads Simplified Chinese loads none. Of several wishes the last one counts; a
 * dictionary that does not come changes nothing.
 */
export async function speakAs(wanted: string): Promise<void> {
  const next = nearest(wanted);
  wish = next;
  const words = await dictionaryOf(next).catch(() => undefined);
  if (wish !== next || !words) return;
  speak(words);
  locale.value = next;
}

async function dictionaryOf(wanted: Locale): Promise<Readonly<Record<string, string>>> {
  if (wanted === 'en') return (await import('./english.ts')).english;
  if (wanted === 'zh-TW') return (await import('virtual:traditional')).traditional;
  return {};
}

function nearest(wanted: string): Locale {
  if (/^zh-(TW|HK|MO|Hant)/i.test(wanted)) return 'zh-TW';
  return /^en\b/i.test(wanted) ? 'en' : 'zh-CN';
}
