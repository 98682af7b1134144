import { Converter } from 'opencc-js/t2cn';

/** Written wrong → meant: `{ "备按": "备案" }`. Applied in the order given. */
export type Homophones = Readonly<Record<string, string>>;

export type Normalise = (text: string) => string;

const simplified = Converter({ from: 't', to: 'cn' });

/** Zero-width and control characters, soft hyphens, direction marks, private use, lone surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const BETWEEN_HAN = /(?<=\p{Script=Han}|[，。？！、：；「」])\s+(?=\p{Script=Han}|[，。？！、：；「」])/gu;

/**
 * One form for everything that is compared: NFKC, Traditional → Simplified,
 * lower case, invisible characters and spaces between Chinese characters
 * dropped, the homophones of the domain put right.
 */
export function createNormalise(homophones: Homophones = {}): Normalise {
  const wrong = Object.keys(homophones)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = wrong.length > 0 ? new RegExp(wrong.join('|'), 'g') : undefined;
  return (text) => {
    const plain = simplified(text.replace(/[\t\n\r]/g, ' ').normalize('NFKC').replace(INVISIBLE, '').toLowerCase())
      .replace(/\s+/g, ' ')
      .replace(BETWEEN_HAN, '')
      .trim();
    return pattern ? plain.replace(pattern, (word: string) => homophones[word] ?? word) : plain;
  };
}

/** Letters and digits only: what two texts have in common when they are "the same question". */
export function bare(normalised: string): string {
  return normalised.replace(/[^\p{L}\p{N}]/gu, '');
}
