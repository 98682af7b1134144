import { pinyin } from 'pinyin-pro';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';

const WORD = /[a-z]+/g;
const HAN = /^\p{Script=Han}*$/u;
/** Characters of the longest names that are read half spelled. */
const LONGEST = 4;

/** Provinces and cities typed half in pinyin, half in characters: zhe江, 浙jiang, nei蒙古. */
export function createSpotHalfLatin(gazetteer: Gazetteer): (text: string) => readonly Mention[] {
  const spellings = halfSpellings(gazetteer);
  return (text) => [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => mentionAt(text, word, index, spellings));
}

function mentionAt(
  text: string,
  word: string,
  index: number,
  spellings: ReadonlyMap<string, readonly string[]>,
): readonly Mention[] {
  for (let han = LONGEST - 1; han > 0; han--) {
    for (let before = han; before >= 0; before--) {
      const start = index - before;
      const end = index + word.length + han - before;
      if (start < 0 || end > text.length) continue;
      const provinces = spellings.get(text.slice(start, end));
      if (provinces) return [{ start, end, provinces, minor: false }];
    }
  }
  return [];
}

/** Every way to spell some but not all characters of a name, where the letters stand together. */
function halfSpellings({ heard, latin }: Gazetteer): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [name, provinces] of heard) {
    if (name.length > LONGEST || !HAN.test(name)) continue;
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true });
    const meant = latin.get(syllables.join(''))?.provinces;
    for (let from = 0; from < name.length; from++) {
      for (let to = from + 1; to <= name.length; to++) {
        if (to - from === name.length) continue;
        const spelled = `${name.slice(0, from)}${syllables.slice(from, to).join('')}${name.slice(to)}`;
        const all = [...new Set([...(found.get(spelled) ?? []), ...provinces])];
        found.set(spelled, all.length > 1 && meant?.every((one) => all.includes(one)) ? meant : all);
      }
    }
  }
  return found;
}
