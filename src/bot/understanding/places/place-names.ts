import { join } from 'node:path';
import { z } from 'zod';
import { isProvince } from '../../../diagnostics/provinces/names.ts';
import { readText } from '../../../knowledge/read-text.ts';
import { readYaml } from '../../../knowledge/read-yaml.ts';

const word = z.string().min(1);
const words = z.array(word).readonly();
const province = z.string().refine(isProvince, '要写省份的简称，如 广东、内蒙古');
/** Short name of a province → other names of it or of something in it. */
const byProvince = z.record(province, words);
/** A name → the provinces that have a place of that name. */
const byName = z.record(word, z.array(province).min(2).readonly());

/** `data/rules/place-names.json`: what the divisions package does not know about names. All of it is normalised. */
export const PlaceNames = z.object({
  nicknames: byProvince,
  oldNames: byProvince,
  aliases: byProvince,
  /** Right → written wrong; read only where the words around speak of a place. */
  typos: z.record(word, words),
  /** English and old spellings; pinyin is derived. */
  latin: byProvince,
  latinShared: byName,
  /** Abbreviations in letters (`bj`), read only beside words of a place. */
  letters: z.record(word, province),
  /** Names that several provinces share, beyond those that the package shows. */
  shared: byName,
  /** Of a shared name, the one that is always meant. */
  prefer: z.record(word, province),
  /** Divisions whose names name no place: 市辖区, 高新区. */
  generic: words,
  /** Short names of counties that are also ordinary words or names of people and firms: read only with 区, 县, 市. */
  ordinary: words,
  /** Words in which a place's name is no place: 阿里云, 东西. */
  notPlaces: words,
  /** Dishes and goods: a place right before one is part of its name (兰州拉面). */
  products: words,
  /** Likewise, things that carry a place in their name or lie elsewhere: banks, carriers, servers. */
  institutions: words,
  /** Words that only sound like a place. */
  notHeard: words,
});
export type PlaceNames = z.output<typeof PlaceNames>;

/** Reads `place-names.json` of `dir` (`data/rules`). Throws a ContentError that names the file and the field. */
export async function readPlaceNames(dir: string): Promise<PlaceNames> {
  const file = join(dir, 'place-names.json');
  return readYaml(file, await readText(file), PlaceNames);
}
