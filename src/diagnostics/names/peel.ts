import { align } from './align.ts';
import type { Difference, Layer, NamePair } from './layer.ts';
import { brackets, dots, fullWidth, invisible, letterCase, sameLook, spaces } from './spelling-layers.ts';
import { ending, title } from './wording-layers.ts';

/** In the order in which they are taken away. */
const LAYERS: readonly Layer[] = [invisible, sameLook, fullWidth, dots, spaces, brackets, letterCase, title, ending];

/** What the layers take away, said one by one, and the names that are left. */
export function peel(pair: NamePair): { readonly differences: readonly Difference[]; readonly rest: NamePair } {
  const differences: Difference[] = [];
  let rest = pair;
  for (const layer of LAYERS) {
    const next = layer.fold(rest);
    if (apart(next) < apart(rest) || (layer.always && next.typed !== rest.typed)) {
      differences.push(layer.say(rest));
      rest = next;
    }
  }
  return { differences, rest };
}

function apart({ typed, document }: NamePair): number {
  return align([...typed], [...document]).length;
}
