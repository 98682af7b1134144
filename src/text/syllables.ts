import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;

let all: ReadonlySet<string> | undefined;

/** Every syllable of Mandarin without its tone, from the readings of the 20 902 characters of Unicode 1.1. */
function known(): ReadonlySet<string> {
  all ??= new Set(
    pinyin(Array.from({ length: 20_902 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join(' '), {
      toneType: 'none',
      type: 'array',
      v: true,
    }).filter((syllable) => /^[a-z]{1,6}$/.test(syllable)),
  );
  return all;
}

/**
 * How a normalised text sounds: a toneless syllable for each Chinese
 * character, and for each Latin word its syllables where it is typed pinyin
 * ("saoma" → sao ma), else the word itself. Homophones and typed pinyin sound
 * like what was meant.
 */
export function syllables(normalised: string): readonly string[] {
  return [...normalised.matchAll(/\p{Script=Han}+|[a-z]+|\d+/gu)].flatMap(([run]) => {
    if (HAN.test(run)) return pinyin(run, { toneType: 'none', type: 'array', v: true });
    return /^[a-z]/.test(run) ? (spelled(run) ?? [run]) : [run];
  });
}

/** The fewest syllables that spell a word; undefined where none do. */
function spelled(word: string): readonly string[] | undefined {
  if (word.length > 40) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 6); start < end; start++) {
      const before = best[start];
      const syllable = word.slice(start, end);
      if (!before || !known().has(syllable)) continue;
      if (!best[end] || before.length + 1 < (best[end]?.length ?? 0)) best[end] = [...before, syllable];
    }
  }
  return best[word.length];
}
