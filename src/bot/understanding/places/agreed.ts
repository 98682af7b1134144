import { isProvince } from '../../../diagnostics/provinces/names.ts';
import type { Piece } from './mere-name.ts';

/** Provinces that sound alike and are typed for each other: with a city behind, the city tells. */
const SOUND_ALIKE: ReadonlySet<string> = new Set(['山西', '陕西']);

/**
 * The provinces of each name of a group. Names that touch mean one place, so
 * of two that disagree one is a slip: 盐湖 (a district of 运城) in 格尔木盐湖,
 * 山西 in 山西西安.
 */
export function agreed(text: string, pieces: readonly Piece[]): readonly (readonly string[])[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const previous = kept.at(-1);
    if (!previous || previous.end !== piece.start || shares(previous, piece)) kept.push(piece);
    else if (misheard(text, previous, piece)) kept.splice(-1, 1, piece);
    else if (!piece.minor) kept.push(piece);
  }
  return kept.map(({ provinces }) => provinces);
}

function shares(one: Piece, other: Piece): boolean {
  return one.provinces.some((province) => other.provinces.includes(province));
}

function misheard(text: string, one: Piece, other: Piece): boolean {
  return (
    isProvince(text.slice(one.start, one.end).replace(/省$/u, '')) &&
    !isProvince(text.slice(other.start, other.end).replace(/省$/u, '')) &&
    [...one.provinces, ...other.provinces].every((province) => SOUND_ALIKE.has(province))
  );
}
