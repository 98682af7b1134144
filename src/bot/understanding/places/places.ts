import { createNormalise, type Normalise } from '../../../text/normalise.ts';
import { spotAbbreviations } from './abbreviations.ts';
import { type Chosen, choose } from './choose.ts';
import { createGazetteer } from './gazetteer.ts';
import { group } from './group.ts';
import { createSpotHalfLatin } from './half-latin.ts';
import { createHear } from './heard.ts';
import { spotLatin } from './latin.ts';
import type { Mention } from './mention.ts';
import { createReadName, type Piece } from './mere-name.ts';
import type { PlaceNames } from './place-names.ts';
import { spot } from './spot.ts';
import { type Place, standings } from './standing.ts';
import { weigh } from './weigh.ts';

/** Reads places out of normalised messages (src/text/normalise.ts). */
interface Places {
  /** Every place named, in order, with what the words around say of it; names of streets, dishes, people are none. */
  placesIn(normalised: string): readonly Place[];
  /** Where the filing party is, and the words that decided; undefined where the words do not tell. */
  toldIn(normalised: string): Chosen | undefined;
  /** Its province's short name. */
  provinceIn(normalised: string): string | undefined;
}

/** `normalise` is the one that messages go through: names are looked up in the form that it gives them. */
export function createPlaces(names: PlaceNames, normalise: Normalise = createNormalise()): Places {
  const gazetteer = createGazetteer(names, normalise);
  const hear = createHear(gazetteer, new Set(names.notHeard));
  const spotHalfLatin = createSpotHalfLatin(gazetteer);
  const readName = createReadName(names.products, names.institutions);
  const placesIn = (text: string): readonly Place[] => {
    const mentions = apart([
      spot(text, gazetteer),
      spotHalfLatin(text),
      spotLatin(text, gazetteer),
      spotAbbreviations(text),
      hear(text),
    ]);
    const pieces: Piece[] = [];
    for (const [at, mention] of mentions.entries()) {
      const next = mentions[at + 1]?.start ?? text.length;
      pieces.push(readName(text, mention, { previous: pieces.at(-1), next }));
    }
    return [...weigh(text, group(text, pieces)), ...schools(text, pieces)];
  };
  const toldIn = (text: string): Chosen | undefined => choose(text, placesIn(text));
  return { placesIn, toldIn, provinceIn: (text) => toldIn(text)?.province };
}

/** All in order; what overlaps something of an earlier list is dropped. */
function apart(lists: readonly (readonly Mention[])[]): readonly Mention[] {
  const kept: Mention[] = [];
  const taken = new Set<number>();
  for (const mention of lists.flat()) {
    const places = Array.from({ length: mention.end - mention.start }, (_, at) => mention.start + at);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function schools(text: string, pieces: readonly Piece[]): readonly Place[] {
  return pieces
    .filter(({ is }) => is === 'school')
    .map(({ start, end, provinces }) => ({
      text: text.slice(start, end),
      start,
      end,
      provinces: [provinces],
      standing: 'school',
      weight: standings.school,
      because: '',
    }));
}
