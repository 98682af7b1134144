import { type Attempts, OFTEN } from './attempts.ts';

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  couple: 2,
};
const MANY = 'several|many|multiple|few|countless|numerous|so many';
const COUNT = new RegExp(
  `\\b(?:(?<number>\\d{1,2}|${Object.keys(WORDS).join('|')}|${MANY})(?:st|nd|rd|th)?(?: of)? times?|(?<twice>twice))\\b`,
  'g',
);
const NO_COUNT = /how many|up to|\bmax|\bonly\b|per day|a day|\bcan\b|could|\bleft\b|\bneed/;

/** The attempts that English words of a normalised message count: failed 3 times, the third time. */
export function english(normalised: string): readonly Attempts[] {
  if (NO_COUNT.test(normalised)) return [];
  return [...normalised.matchAll(COUNT)].map(({ groups }) => ({
    count: groups?.twice ? 2 : numberOf(groups?.number ?? ''),
    ordinal: false,
    again: false,
    sum: false,
    day: undefined,
  }));
}

const numberOf = (word: string): number => WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : OFTEN);
