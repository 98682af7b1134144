import { pinyin } from 'pinyin-pro';
import { createNormalise, type Normalise } from '../../../text/normalise.ts';
import { type Division, divisions, type Level } from './divisions.ts';
import type { PlaceNames } from './place-names.ts';

/**
 * How much of a hint a name needs before it is read: none, a word boundary and
 * a fitting word on one side (short names are often parts of other words), or
 * fitting words on both sides.
 */
type Trust = 'sure' | 'careful' | 'framed';

export interface Name {
  /** Short names; several where places share the name, none where it is no place. */
  readonly provinces: readonly string[];
  readonly trust: Trust;
  /** Short name of a county or district below a city: in a firm's name rather its brand. */
  readonly minor: boolean;
}

/** Every name of a place, as it stands in normalised texts. */
export interface Gazetteer {
  readonly han: ReadonlyMap<string, Name>;
  /** First character → the lengths of the names that begin so, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** Words of Latin letters, joined by single spaces. */
  readonly latin: ReadonlyMap<string, Name>;
  /** Names of provinces and cities, for what only sounds like them. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
}

const RANK: Readonly<Record<Level, number>> = { province: 3, city: 2, county: 1, town: 0 };
/** Pinyin of these cities means something else more often. */
const NOT_PINYIN = new Set(['ali', 'jian', 'luan', 'xian', 'yaan', 'hami']);

/** `normalise` puts homophones of the domain right, in names too (阿拉善 becomes 我们善): such forms are known as well. */
export function createGazetteer(names: PlaceNames, normalise: Normalise): Gazetteer {
  const simplified = createNormalise();
  const all = divisions().map(({ name, short, ...one }) => ({
    ...one,
    name: simplified(name),
    short: short.map((text) => simplified(text)),
  }));
  const divided = new Map(ofDivisions(all, new Set([...names.generic, ...names.ordinary])));
  const han = new Map<string, Name>([
    ...divided,
    ...[names.nicknames, names.oldNames, names.aliases]
      .flatMap(listed)
      .filter(([name]) => divided.get(name)?.trust !== 'sure'),
    ...Object.entries(names.shared).map(([name, shared]) => [name, known(shared, name)] as const),
    ...Object.entries(names.prefer).map(([name, province]) => [name, known([province], name)] as const),
  ]);
  for (const [name, known] of divided) {
    const typo = name.replace(/州$/u, '洲');
    if (!han.has(typo)) han.set(typo, { ...known, trust: 'framed' });
  }
  for (const [right, wrong] of Object.entries(names.typos)) {
    const meant = han.get(right);
    for (const typo of wrong) {
      const trust = typo.length > 3 ? 'sure' : 'framed';
      if (meant && !han.has(typo)) han.set(typo, { provinces: meant.provinces, trust, minor: false });
    }
  }
  for (const [name, known] of [...han]) if (name.length > 2) han.set(normalise(name), known);
  for (const name of names.notPlaces) han.set(name, { provinces: [], trust: 'sure', minor: false });
  const heard = all.filter(({ level }) => level === 'province' || level === 'city').flatMap(({ short }) => short);
  return {
    han,
    lengths: lengthsOf(han.keys()),
    latin: latinNames(all, han, names),
    heard: new Map(heard.map((name) => [name, han.get(name)?.provinces ?? []])),
  };
}

function known(provinces: readonly string[], name: string): Name {
  return { provinces, trust: name.length > 2 ? 'sure' : 'careful', minor: false };
}

function listed(group: Readonly<Record<string, readonly string[]>>): readonly (readonly [string, Name])[] {
  return Object.entries(group).flatMap(([province, list]) =>
    list.map((name) => [name, known([province], name)] as const),
  );
}

/** Full and short names. A short name means the highest division that has it; equals share it. */
function ofDivisions(all: readonly Division[], unread: ReadonlySet<string>): readonly (readonly [string, Name])[] {
  const found = new Map<string, { rank: number; provinces: readonly string[]; minor: boolean }>();
  for (const { name, short, level, province } of all) {
    for (const [text, full] of [[name, true], ...short.map((one) => [one, false] as const)] as const) {
      if (unread.has(text)) continue;
      const rank = full ? RANK.province : RANK[level];
      const before = found.get(text);
      if (before && before.rank > rank) continue;
      const provinces = before && before.rank === rank ? before.provinces : [];
      const minor = !full && level === 'county' && !name.endsWith('市');
      found.set(text, { rank, provinces: [...new Set([...provinces, province])], minor });
    }
  }
  return [...found].map(([text, { rank, provinces, minor }]) => {
    const trust = rank < RANK.city && text.length < 3 ? 'careful' : 'sure';
    return [text, { provinces, trust, minor }] as const;
  });
}

function lengthsOf(names: Iterable<string>): ReadonlyMap<string, readonly number[]> {
  const lengths = new Map<string, number[]>();
  for (const name of names) {
    const first = name.charAt(0);
    const known = lengths.get(first) ?? [];
    if (!known.includes(name.length))
      lengths.set(
        first,
        [...known, name.length].sort((a, b) => b - a),
      );
  }
  return lengths;
}

function latinNames(
  all: readonly Division[],
  han: ReadonlyMap<string, Name>,
  names: PlaceNames,
): ReadonlyMap<string, Name> {
  const found = new Map<string, readonly string[]>();
  for (const { short, level } of all) {
    const [name] = short;
    if (!name || (level !== 'province' && level !== 'city')) continue;
    const spelled = pinyin(name, { toneType: 'none', type: 'array', v: true }).join('');
    if (NOT_PINYIN.has(spelled)) continue;
    found.set(spelled, [...new Set([...(found.get(spelled) ?? []), ...(han.get(name)?.provinces ?? [])])]);
  }
  for (const [province, list] of Object.entries(names.latin)) for (const name of list) found.set(name, [province]);
  for (const [name, shared] of Object.entries(names.latinShared)) found.set(name, shared);
  return new Map<string, Name>([
    ...[...found].map(([name, provinces]) => [name, { provinces, trust: 'sure', minor: false }] as const),
    ...Object.entries(names.letters).map(
      ([name, province]) => [name, { provinces: [province], trust: 'framed', minor: false }] as const,
    ),
  ]);
}
