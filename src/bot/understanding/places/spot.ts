import { aligned } from './aligned.ts';
import { framed } from './framed.ts';
import type { Gazetteer, Name } from './gazetteer.ts';
import type { Mention } from './mention.ts';

interface Cover {
  /** Characters from here on that names cover. */
  readonly covered: number;
  readonly length: number;
  readonly name: Name | undefined;
}

const NOTHING: Cover = { covered: 0, length: 1, name: undefined };

/**
 * The names of a gazetteer in a text. Of overlapping ones those that cover
 * most of the text together: in 上海南京路 上海 and 南京, not 海南.
 */
export function spot(text: string, { han, lengths }: Gazetteer): readonly Mention[] {
  const best: Cover[] = Array.from({ length: text.length + 1 }, () => NOTHING);
  let any = false;
  for (let at = text.length - 1; at >= 0; at--) {
    let choice: Cover = { covered: best[at + 1]?.covered ?? 0, length: 1, name: undefined };
    for (const length of lengths.get(text.charAt(at)) ?? []) {
      const name = at + length <= text.length ? han.get(text.slice(at, at + length)) : undefined;
      const covered = length + (best[at + length]?.covered ?? 0);
      if (!name || covered < choice.covered || (covered === choice.covered && choice.name)) continue;
      const beforeName = best[at + length]?.name !== undefined;
      if (!trusted(name, text, { start: at, end: at + length, beforeName })) continue;
      choice = { covered, length, name };
      any = true;
    }
    best[at] = choice;
  }
  return any ? chosen(best) : [];
}

function trusted(
  { trust }: Name,
  text: string,
  { start, end, beforeName }: { readonly start: number; readonly end: number; readonly beforeName: boolean },
): boolean {
  if (trust === 'sure') return true;
  const beside = framed(text, start, end);
  const left = beside.left;
  const right = beside.right || beforeName;
  return (left && right) || (trust === 'careful' && (left || right) && aligned(text, start, end));
}

function chosen(best: readonly Cover[]): readonly Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < best.length; ) {
    const { length, name } = best[at] ?? NOTHING;
    if (name && name.provinces.length > 0) {
      mentions.push({ start: at, end: at + length, provinces: name.provinces, minor: name.minor });
    }
    at += length;
  }
  return mentions;
}
