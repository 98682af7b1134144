import type { Gazetteer, Name } from './gazetteer.ts';
import type { Mention } from './mention.ts';

const WORD = /[a-z][a-z']*/g;
/** Part of an address, a file or a version rather than a word. */
const GLUED = /[@./_\\-]/;
const GLUES = /^(?:[@_\\]|[./-][a-z\d]|\d)/;
/** Pinyin written without blanks: guangdongsheng, shenzhende. */
const ENDING = /(?:sheng|shi|qu|xian|de)$/;
const BESIDE_LEFT = /(?:在|是|in|at|from|of|zai|公司|注册地?[:：]?)\s*$/;
const BESIDE_RIGHT = /^\s*(?:的|de\b|公司|企业|这边|那边|省|市|注册|备案|人|company|office|branch|gongsi|sheng)/;

/** Places in pinyin, English and letters: shen zhen, inner mongolia, bj的公司. */
export function spotLatin(text: string, { latin }: Gazetteer): readonly Mention[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const count of [3, 2, 1]) {
      const some = words.slice(at, at + count);
      const start = some[0]?.start ?? 0;
      const end = some.at(-1)?.end ?? 0;
      if (
        some.length < count ||
        !together(text, some) ||
        GLUED.test(text.charAt(start - 1)) ||
        GLUES.test(text.slice(end))
      ) {
        continue;
      }
      const beside =
        BESIDE_LEFT.test(text.slice(Math.max(0, start - 6), start)) || BESIDE_RIGHT.test(text.slice(end, end + 10));
      const name = lookUp(
        some.map(({ word }) => word),
        latin,
        beside,
      );
      if (!name || (name.trust === 'framed' && !beside)) continue;
      mentions.push({ start, end, provinces: name.provinces, minor: name.minor });
      at += count - 1;
      break;
    }
  }
  return mentions;
}

function together(text: string, words: readonly { readonly start: number; readonly end: number }[]): boolean {
  return words.every(({ start }, at) => at === 0 || text.slice(words[at - 1]?.end, start) === ' ');
}

/** Syllables apart (`tai an`) may be other words: short ones count only beside words of a place. */
function lookUp(words: readonly string[], latin: Gazetteer['latin'], beside: boolean): Name | undefined {
  const joined = words.join('');
  const long = joined.length > 6;
  return (
    latin.get(words.join(' ')) ??
    (words.length === 1 || long || beside ? latin.get(joined) : undefined) ??
    (long ? latin.get(joined.replace(ENDING, '')) : undefined)
  );
}
