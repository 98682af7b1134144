import type { Manner } from './manner.ts';
import { countChinese, isChinese, type Template, templateOf } from './template.ts';

/** A text in the other language. */
interface Read {
  readonly said: string;
  /** How much of it had to be copied: the less, the likelier it was understood. */
  readonly cost: number;
}

/** Of a whole line every word must be the bot's; within one of its sentences small pieces count, too. */
export type Where = 'line' | 'piece';

/** Chinese characters that a sentence needs of its own before what stands inside, or behind it, may be anything. */
const SURE = { inside: 4, behind: 8 };
/** Places at which the next words of one sentence are looked for. */
const TRIES = 8;
const COPIED = 10;
const IN_WORD = /[\w\u3400-\u9fff]/;

/** Reads texts that are made of the given sentences alone. */
export function createReader(twins: Readonly<Record<string, string>>, manner: Manner) {
  const templates = Object.keys(twins).map((text) => templateOf(text, twins[text] ?? text));
  const led = templates.filter(({ lead }) => lead !== undefined);
  /** Of these, the ones whose words are in the text that is read. */
  let within: readonly Template[] = [];
  const byFirst = new Map<string, Template[]>();
  for (const one of templates) {
    if (one.lead !== undefined) continue;
    const first = (one.words[0] ?? '').charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  const known = new Map<string, Read | undefined>();

  return {
    /** Undefined where a part of the text is none of the bot's. */
    read(text: string, where: Where): string | undefined {
      known.clear();
      within = led.filter(({ words }) => words.every((part) => text.indexOf(part) >= 0));
      return read(text, where)?.said;
    },
  };

  function read(text: string, where: Where): Read | undefined {
    const key = where + text;
    if (!known.has(key)) {
      known.set(key, undefined);
      known.set(key, from(text, 0, where, []));
    }
    return known.get(key);
  }

  /** The rest of a text from a place on: the way that copies least. */
  function from(text: string, at: number, where: Where, seen: (Read | null | undefined)[]): Read | undefined {
    if (at >= text.length) return { said: '', cost: 0 };
    const before = seen[at];
    if (before !== undefined) return before ?? undefined;
    let best: Read | undefined;
    const consider = (said: string, cost: number, end: number): void => {
      if (best && best.cost <= cost) return;
      const rest = from(text, end, where, seen);
      if (rest && (!best || cost + rest.cost < best.cost)) {
        best = { said: manner.joined(said, rest.said), cost: cost + rest.cost };
      }
    };
    for (const [form, say] of manner.forms) {
      const found = form.exec(text.slice(at, at + 8));
      if (found) consider(say(found), 0, at + found[0].length);
    }
    for (const one of byFirst.get(text.charAt(at)) ?? []) {
      if (stands(one, where)) matches(one, text, at, consider);
    }
    if (at === 0 || !IN_WORD.test(text.charAt(at - 1))) {
      for (const one of within) if (stands(one, where)) matches(one, text, at, consider);
    }
    const next = text.charAt(at);
    // A number, a sign, a code: whole words in Latin letters between Chinese ones are somebody else's.
    if (!isChinese(next) && !/[A-Za-z]{5}/.test(text.slice(Math.max(0, at - 4), at + 1))) {
      const rest = from(text, at + 1, where, seen);
      if (rest && (!best || rest.cost + 1 < best.cost)) {
        best = { said: manner.copied(next) + rest.said, cost: rest.cost + 1 };
      }
    }
    seen[at] = best ?? null;
    return best;
  }

  /** Every way in which a sentence can begin at a place. */
  function matches(
    { lead, words, places, tail, weight, twin }: Template,
    text: string,
    at: number,
    found: (said: string, cost: number, end: number) => void,
  ): void {
    const values: Record<string, string> = {};
    const first = words[0] ?? '';
    if (lead === undefined) {
      if (text.substr(at, first.length) === first) walk(1, at + first.length, 0);
      return;
    }
    for (let begin = text.indexOf(first, at), tries = 0; begin >= 0 && tries < TRIES; tries++) {
      const value = inPlace(text.slice(at, begin), false);
      if (value) {
        values[lead] = value.said;
        walk(1, begin + first.length, value.cost);
      }
      begin = text.indexOf(first, begin + 1);
    }

    function walk(nth: number, here: number, cost: number): void {
      const next = words[nth];
      const place = places[nth - 1];
      if (next === undefined || place === undefined) {
        if (tail === undefined) {
          found(filled(), cost, here);
          return;
        }
        const value = inPlace(text.slice(here), weight >= SURE.behind);
        if (!value) return;
        values[tail] = value.said;
        found(filled(), cost + value.cost, text.length);
        return;
      }
      for (let end = text.indexOf(next, here), tries = 0; end >= 0 && tries < TRIES; tries++) {
        const isQuoted = text.charAt(here - 1) === '“' && next.charAt(0) === '”';
        const value = inPlace(text.slice(here, end), isQuoted || weight >= SURE.inside);
        if (value) {
          values[place] = value.said;
          walk(nth + 1, end + next.length, cost + value.cost);
        }
        end = text.indexOf(next, end + 1);
      }
    }

    function filled(): string {
      let wasPlace = false;
      return twin.reduce((said, part, nth) => {
        const isPlace = nth % 2 === 1;
        const next = isPlace ? (values[part] ?? '') : part;
        if (next === '') return said;
        const all = wasPlace ? manner.joined(said, next) : said + next;
        wasPlace = isPlace;
        return all;
      }, '');
    }
  }

  /** What stands in a place: in the other language where it is the bot's, else as it is where anything may be there. */
  function inPlace(text: string, isFree: boolean): Read | undefined {
    const value = read(text, 'piece');
    if (value) return value;
    return isFree ? { said: text, cost: COPIED * countChinese(text) } : undefined;
  }
}

/** A word or two alone make no line: anybody may have written them. */
function stands({ weight, lead, tail, words, places }: Template, where: Where): boolean {
  if (where === 'piece' || weight >= SURE.inside || places.length > 0) return true;
  if (lead !== undefined || tail !== undefined) return true;
  return /[。：？；）”]$/.test(words[words.length - 1] ?? '');
}
