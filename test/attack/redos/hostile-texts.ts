import { type Part, partsOf } from './pattern.ts';

/** A text that grows: something that leads in, something again and again, something that fails. */
export interface Growing {
  readonly lead: string;
  readonly unit: string;
  readonly tail: string;
}

const TAILS = ['', '\u0001'];
/** Repetitions that grow no further are no danger by themselves. */
const MANY = 3;
const MOST_UNITS = 160;
/** Of what is repeated each alternative is a text of its own: what two of them take is what costs. */
const ALL = 80;

/** Texts that make a pattern try much: each of its repetitions, fed with what it takes, and the whole again and again. */
export function growing(pattern: RegExp): readonly Growing[] {
  const root = partsOf(pattern);
  const seeds = new Map<string, { readonly lead: string; readonly unit: string }>();
  const add = (lead: string, unit: string): void => {
    if (unit !== '') seeds.set(`${lead}\n${unit}`, { lead, unit });
  };
  const walk = (part: Part, lead: string): void => {
    if (part.is === 'either') for (const one of part.parts) walk(one, lead);
    if (part.is === 'all') {
      let before = lead;
      for (const [at, one] of part.parts.entries()) {
        walk(one, before);
        // Two repetitions beside each other share what both take.
        if (isLong(one))
          for (const next of part.parts.slice(at + 1, at + 3)) for (const unit of textsOf(next, ALL)) add(before, unit);
        before += textsOf(one)[0] ?? '';
      }
    }
    if (part.is === 'many') {
      if (isLong(part)) {
        const units = textsOf(part.part, ALL);
        for (const unit of units) add(lead, unit);
        add(lead, units.slice(0, 6).join(''));
      }
      walk(part.part, lead);
    }
  };
  walk(root, '');
  for (const unit of textsOf(root)) add('', unit);
  return [...seeds.values()].slice(0, MOST_UNITS).flatMap((seed) => TAILS.map((tail) => ({ ...seed, tail })));
}

function isLong(part: Part): boolean {
  return part.is === 'many' && part.most > MANY;
}

/** A few texts that a part takes, at most so many. */
function textsOf(part: Part, most = 6): readonly string[] {
  switch (part.is) {
    case 'nothing':
      return [''];
    case 'one':
      return part.chars.slice(0, 3);
    case 'many':
      return textsOf(part.part, most).map((text) => text.repeat(Math.max(1, Math.min(part.least, 40))));
    case 'either':
      return part.parts.flatMap((one) => textsOf(one).slice(0, 2)).slice(0, most);
    case 'all': {
      const each = part.parts.map(textsOf);
      const longest = Math.min(3, Math.max(1, ...each.map(({ length }) => length)));
      return Array.from({ length: longest }, (_, nth) => each.map((texts) => texts[nth % texts.length] ?? '').join(''));
    }
  }
}

/** A text of about so many characters. */
export function grown({ lead, unit, tail }: Growing, length: number): string {
  return lead + unit.repeat(Math.max(1, Math.floor(length / unit.length))) + tail;
}
