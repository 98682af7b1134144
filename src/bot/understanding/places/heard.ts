import { pinyin } from 'pinyin-pro';
import { isOneWord } from './aligned.ts';
import type { Gazetteer } from './gazetteer.ts';
import type { Mention } from './mention.ts';

/** Where a place may begin: at the start, after a mark, after a word that a place follows. */
const BEGINS = /(?<=^|[,。!?;:、(\s在于是到址地]|我们?|注册|公司)(?=\p{Script=Han}{2})/gu;
/** What must follow: the end, a mark, 的, 省, a firm. */
const ENDS = /^(?:$|[,。!?;:、)\s]|[的省市区那这人]|公司|企业|园区|工厂|店|注册|备案|管局)/u;
const HAN = /^\p{Script=Han}{2,4}$/u;

const sounds = new Map<string, readonly string[]>();

/** How a character may sound, without tones and without what dialects confuse: zh and z, n and l, ang and an. */
function soundsOf(character: string): readonly string[] {
  const known = sounds.get(character);
  if (known) return known;
  const heard = pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }).map((syllable) =>
    syllable
      .replace(/^([zcs])h/, '$1')
      .replace(/^l/, 'n')
      .replace(/^f/, 'h')
      .replace(/([aei])ng$/, '$1n'),
  );
  sounds.set(character, heard);
  return heard;
}

type Hear = (text: string) => readonly Mention[];

/**
 * Provinces and cities that are written with another character of the same
 * sound (广洲, 胡建): at least one character right, in a place where a place
 * stands, and no word of its own.
 */
export function createHear({ heard }: Gazetteer, notHeard: ReadonlySet<string>): Hear {
  const byCharacter = new Map<string, readonly string[]>();
  for (const name of heard.keys()) {
    for (const [at, character] of [...name].entries()) {
      const key = `${name.length}${at}${character}`;
      byCharacter.set(key, [...(byCharacter.get(key) ?? []), name]);
    }
  }
  const meant = (written: string): readonly string[] => {
    const names = new Set(
      [...written].flatMap((character, at) => byCharacter.get(`${written.length}${at}${character}`) ?? []),
    );
    return [...names].filter((name) => name !== written && soundsLike(name, written));
  };
  /** Whether a city of the province follows, right or wrong: 贵洲贵羊. */
  const leadsOn = (text: string, start: number, provinces: readonly string[]): boolean =>
    [3, 2].some((length) => {
      const written = text.slice(start, start + length);
      if (!HAN.test(written) || !ENDS.test(text.slice(start + length, start + length + 2))) return false;
      const names = heard.has(written) ? [written] : meant(written);
      return names.some((name) => heard.get(name)?.some((province) => provinces.includes(province)));
    });
  return (text) =>
    [...text.matchAll(BEGINS)].flatMap(({ index }) => {
      for (const length of [4, 3, 2]) {
        const written = text.slice(index, index + length);
        if (!HAN.test(written) || notHeard.has(written)) continue;
        const ends = ENDS.test(text.slice(index + length, index + length + 2));
        if (!ends && !HAN.test(text.slice(index + length, index + length + 2))) continue;
        const [name, other] = meant(written);
        const provinces = name && !other ? heard.get(name) : undefined;
        if (!provinces || !(ends || leadsOn(text, index + length, provinces)) || isOneWord(written)) continue;
        return [{ start: index, end: index + length, provinces, minor: false }];
      }
      return [];
    });
}

function soundsLike(name: string, written: string): boolean {
  return [...name].every((character, at) => {
    const other = written.charAt(at);
    return character === other || soundsOf(character).some((sound) => soundsOf(other).includes(sound));
  });
}
