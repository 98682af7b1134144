import { Converter } from 'opencc-js/t2cn';
import { wordBorders } from './word-borders.ts';

/** Written wrong → meant: `{ "备按": "备案" }`. */
export type Homophones = Readonly<Record<string, string>>;

export type Normalise = (text: string) => string;

const simplified = Converter({ from: 't', to: 'cn' });

/** What a message may have, in characters; what is longer was refused or cut before. */
const ACCEPTED = 2_000;
/** How much longer normalising may make it: NFKC writes out some characters as eighteen. */
const GROWTH = 2;
/** «ﷺ» in NFKC; nothing grows more. */
const MOST_GROWTH = 18;

const BREAKS = /[\t\n\v\f\r\u0085]/g;
/** Zero-width and control characters, soft hyphens, direction marks, variation selectors, private use, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
/** Spaces with a Chinese character or a punctuation mark (as NFKC leaves it) on both sides. */
const BETWEEN_HAN = /(?<=[\p{Script=Han},?!:;。、「」])\s+(?=[\p{Script=Han},?!:;。、「」])/gu;
/** A change may bring two characters together that are changed again; more rounds than this nobody has seen. */
const ROUNDS = 8;

/**
 * One form for everything that is compared: NFKC, Traditional → Simplified,
 * lower case, invisible characters and spaces between Chinese characters
 * dropped, the homophones of the domain put right. Normalising what is
 * normalised changes nothing. What NFKC would make longer than twice a message's accepted length is cut there.
 */
export function createNormalise(homophones: Homophones = {}): Normalise {
  const correct = createCorrect(homophones);
  return (text) => {
    const longest = Math.max(GROWTH * ACCEPTED, text.length);
    let now = bounded(text, longest);
    for (let round = 0; round < ROUNDS; round++) {
      const next = correct(tidy(now));
      if (next === now) break;
      now = next;
    }
    return now;
  };
}

/** Letters and digits only: what two texts have in common when they are "the same question". */
export function bare(normalised: string): string {
  return normalised.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The text as far as its NFKC form fits, cut between two characters. */
function bounded(text: string, longest: number): string {
  if (text.length * MOST_GROWTH <= longest || text.normalize('NFKC').length <= longest) return text;
  let grown = 0;
  let at = 0;
  for (const character of text) {
    grown += character.normalize('NFKC').length;
    if (grown > longest) break;
    at += character.length;
  }
  return text.slice(0, at);
}

function tidy(text: string): string {
  const seen = text.replace(BREAKS, ' ').normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return simplified(seen.replace(/\s+/g, ' ').replace(BETWEEN_HAN, '').trim());
}

/**
 * Puts homophones right, the longest that fits, where they begin and end with
 * words: 认正 is meant in 实名认正, not in 请确认正确. Single characters are put
 * right everywhere.
 */
function createCorrect(homophones: Homophones): Normalise {
  const meant = new Map(Object.entries(homophones).map(([wrong, right]) => [tidy(wrong), right]));
  meant.delete('');
  const byFirst = new Map<string, string[]>();
  for (const wrong of [...meant.keys()].sort((a, b) => b.length - a.length)) {
    const first = wrong.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), wrong]);
  }
  return (text) => {
    let borders: ReadonlySet<number> | undefined;
    const fits = (wrong: string, at: number): boolean => {
      if (!text.startsWith(wrong, at)) return false;
      borders ??= wordBorders(text);
      return wrong.length === 1 || (borders.has(at) && borders.has(at + wrong.length));
    };
    let correct = '';
    for (let at = 0; at < text.length; ) {
      const wrong = byFirst.get(text.charAt(at))?.find((one) => fits(one, at)) ?? '';
      correct += meant.get(wrong) ?? text.charAt(at);
      at += wrong.length || 1;
    }
    return correct;
  };
}
