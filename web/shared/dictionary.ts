import { type DictGroup, Trie } from 'opencc-js/core';
import { configs } from 'opencc-js/preset/cn2t';

const [[phrases = '', regional = '', characters = ''] = [], taiwan = []] = (configs.s2twp?.conversionChain ??
  []) as readonly (readonly string[])[];

/**
 * Words that come out right sign by sign, and are kept all the same: without 这里, 这里加 is read as 这 and 里加, which is
 * Riga.
 */
const WHOLE = new Set(
  '摩托 半个 回头 老板娘 强制 旅游 家里 房里 哪里 这里 往里 表里 口里 来了 有了 下面 书签 写个 发明 再发 同一 位于 属于 十分钟'.split(
    ' ',
  ),
);

/** From Simplified signs to Traditional ones, and from those to what Taiwan says. */
export const dictionary: readonly DictGroup[] = [[needed(`${phrases}|${regional}`), characters], taiwan];

/** Of 50,000 phrases the 7,000 or so that shorter ones and single signs do not come to by themselves. */
function needed(all: string): string {
  const trie = new Trie();
  trie.loadDict(characters);
  const pairs = all.split('|').map((pair) => pair.split(' ') as [from: string, to: string]);
  return pairs
    .sort(([one], [other]) => one.length - other.length)
    .filter(([from, to]) => {
      const isNeeded = WHOLE.has(from) || trie.convert(from) !== to;
      if (isNeeded) trie.addWord(from, to);
      return isNeeded;
    })
    .map((pair) => pair.join(' '))
    .sort()
    .join('|');
}
