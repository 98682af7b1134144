import { fixedTexts } from '../../web/shared/fixed-texts.ts';
import { spokenTexts } from '../../web/shared/spoken-texts.ts';
import { spokenTraditional } from '../../web/shared/spoken-traditional.ts';
import { spokenEnglish } from '../../web/widget/locale/bot/english.ts';
import { inEnglish as english, inTraditional } from '../../web/widget/locale/bot/manner.ts';
import { createTranslator, type Translate } from '../../web/widget/locale/bot/translator.ts';

/** The bot in English. */
export const inEnglish: Translate = createTranslator(spokenEnglish, english);

/** The bot in the characters and words of Taiwan, made as the build makes it. */
export const inTaiwan: Translate = createTranslator(
  spokenTraditional(spokenTexts(), fixedTexts('web/widget')),
  inTraditional,
);

/** Whether an English text has Chinese elsewhere than in quotation marks, and in brackets behind a name. */
export function foreign(text: string): boolean {
  const own = text.replace(/“[^”]*”|"[^"]*"/g, '').replace(/\([^()]*\)/g, '');
  // An example of two names that differ in one character.
  return /\p{Script=Han}/u.test(own.replace(/张三|张叁/g, ''));
}

/** Characters that Taiwan writes otherwise in any word. */
export const SIMPLIFIED =
  /[们这说请图传证时还没开关对页为东两个见观问间过进运远选边达话语读课记让设识词译试该详误调谈负责资质转辆输动务势区协单变发]/;
