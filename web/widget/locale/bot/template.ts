/** A sentence of the bot with places for values, taken apart; `{a}{b}` beside each other are one place. */
export interface Template {
  /** The place before the first words, if the sentence begins with one. */
  readonly lead: string | undefined;
  /** The words, with `places` between them. */
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly tail: string | undefined;
  /** Chinese characters of its own. */
  readonly weight: number;
  /** The same sentence in the other language: words and places by turns, words first. */
  readonly twin: readonly string[];
}

const PLACES = /((?:\{\w+\})+)/;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;

export function templateOf(text: string, twin: string): Template {
  const [first = '', ...rest] = text.split(PLACES);
  const words = [first, ...rest.filter((_, at) => at % 2 === 1)];
  const places = rest.filter((_, at) => at % 2 === 0);
  const begins = first === '' && places.length > 0;
  const ends = words.length > 1 && words[words.length - 1] === '';
  return {
    lead: begins ? places[0] : undefined,
    words: words.slice(begins ? 1 : 0, ends ? -1 : undefined),
    places: places.slice(begins ? 1 : 0, ends ? -1 : undefined),
    tail: ends ? places[places.length - 1] : undefined,
    weight: (text.replace(/\{\w+\}/g, '').match(HAN) ?? []).length,
    twin: twin.split(PLACES),
  };
}

export function isChinese(text: string): boolean {
  return text.search(HAN) >= 0;
}

export function countChinese(text: string): number {
  return (text.match(HAN) ?? []).length;
}
