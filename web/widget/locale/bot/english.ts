import { advice } from '../en/bot/advice.ts';
import { desk } from '../en/bot/desk.ts';
import { filing } from '../en/bot/filing.ts';
import { names } from '../en/bot/names.ts';
import { numbers } from '../en/bot/numbers.ts';
import { people } from '../en/bot/people.ts';
import { phones } from '../en/bot/phones.ts';
import { phrases } from '../en/bot/phrases.ts';
import { pictures } from '../en/bot/pictures.ts';
import { problems } from '../en/bot/problems.ts';
import { replies } from '../en/bot/replies.ts';
import { inEnglish } from './manner.ts';
import { createTranslator } from './translator.ts';

/** Every sentence of the bot in English, by the Simplified Chinese of its sources. */
export const spokenEnglish: Readonly<Record<string, string>> = {
  ...phrases,
  ...replies,
  ...desk,
  ...phones,
  ...people,
  ...filing,
  ...pictures,
  ...numbers,
  ...names,
  ...advice,
  ...problems,
};

export const translate = createTranslator(spokenEnglish, inEnglish);
