import { signal } from '@preact/signals';
import { speak } from '../../shared/t.ts';
import { translateBy } from '../text/in-language.ts';
import type { Translate } from './bot/translator.ts';

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
  speak(words.fixed);
  translateBy(words.translate);
  locale.value = next;
}

interface Words {
  readonly fixed: Readonly<Record<string, string>>;
  /** What the bot says; undefined where it says it so. */
  readonly translate?: Translate;
}

async function dictionaryOf(wanted: Locale): Promise<Words> {
  if (wanted === 'en') {
    const [{ english }, { translate }] = await Promise.all([import('./english.ts'), import('./bot/english.ts')]);
    return { fixed: english, translate };
  }
  if (wanted === 'zh-TW') {
    const [{ traditional }, { translate }] = await Promise.all([
      import('virtual:traditional'),
      import('./bot/traditional.ts'),
    ]);
    return { fixed: traditional, translate };
  }
  return { fixed: {} };
}

function nearest(wanted: string): Locale {
  if (/^zh-(TW|HK|MO|Hant)/i.test(wanted)) return 'zh-TW';
  return /^en\b/i.test(wanted) ? 'en' : 'zh-CN';
}
