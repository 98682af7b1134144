import type { Where } from '../locale/bot/reader.ts';
import type { Translate } from '../locale/bot/translator.ts';

let translate: Translate = (text) => text;

export function translateBy(next: Translate | undefined): void {
  translate = next ?? ((text) => text);
}

/**
 * What the bot or the desk said, in the language that is spoken; lines that are not its own words stay as they are. What
 * is kept, compared and sent is always the text itself, in Simplified Chinese.
 */
export function inLanguage(text: string, where?: Where): string {
  return translate(text, where);
}
