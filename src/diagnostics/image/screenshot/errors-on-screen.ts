import { findNear } from '../../../text/find-near.ts';
import { createNormalise } from '../../../text/normalise.ts';
import { wordBorders } from '../../../text/word-borders.ts';
import type { Line } from '../ocr/line.ts';
import { runsOf } from '../ocr/runs.ts';

/** An error string of an entry. */
export interface ErrorText {
  readonly entry: number;
  readonly text: string;
}

/** An error string found on a screen. */
export interface ErrorOnScreen {
  readonly entry: number;
  /** As the entry has it. */
  readonly error: string;
  /** As it was read: the lines that it runs over, joined. */
  readonly line: string;
  /** 1 where every character is as the entry has it. */
  readonly score: number;
}

/** From this many characters on, only our system says such a thing. */
const TELLING = 8;
/** From this confidence on another character is another word, not a misreading. */
const READ_WELL = 0.93;
/** What turns a sentence into its contrary. */
const NEGATIONS = /[不未无非没]/gu;
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['末', '未'],
  ['已', '己'],
  ['巳', '己'],
  ['入', '人'],
  ['睑', '脸'],
  ['o', '0'],
  ['〇', '0'],
  ['i', '1'],
  ['l', '1'],
]);
const normalise = createNormalise();

/**
 * Finds the closed list of error strings on a screen, over the lines into which
 * a dialog breaks them; of one entry the most telling, the most telling entry
 * first. Where the lines were read well hardly a character may differ (one in
 * eight), else one in five; a short string must begin and end with words. Empty
 * for a screen that shows none of them.
 */
export function errorsOnScreen(lines: readonly Line[], errors: readonly ErrorText[]): readonly ErrorOnScreen[] {
  const runs = runsOf(lines).map(runOf);
  const best = new Map<number, ErrorOnScreen & { readonly weight: number }>();
  for (const { entry, text: error } of errors) {
    const pattern = traits(normalise(error)).map(({ char }) => char);
    for (const run of runs) {
      const found = findIn(run, pattern);
      if (!found || (best.get(entry)?.weight ?? -1) >= found.weight) continue;
      best.set(entry, { entry, error, ...found });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.weight - a.weight)
    .map(({ entry, error, line, score }) => ({ entry, error, line, score }));
}

/** A letter or digit of a run: brought to one form, and where it comes from. */
interface Trait {
  readonly char: string;
  readonly at: number;
}

interface Run {
  readonly lines: readonly Line[];
  readonly normalised: readonly string[];
  readonly traits: readonly (Trait & { readonly line: number })[];
}

function runOf(lines: readonly Line[]): Run {
  const normalised = lines.map(({ text }) => normalise(text));
  return {
    lines,
    normalised,
    traits: normalised.flatMap((text, line) => traits(text).map((trait) => ({ ...trait, line }))),
  };
}

function traits(normalised: string): readonly Trait[] {
  return Array.from(normalised.matchAll(/[\p{L}\p{N}]/gu), ({ 0: char, index }) => ({
    char: LOOKALIKES.get(char) ?? char,
    at: index,
  }));
}

function findIn(run: Run, pattern: readonly string[]) {
  const needle = pattern.join('');
  const text = run.traits.map(({ char }) => char).join('');
  const near = findNear(text, needle, Math.floor(pattern.length / 5));
  if (!near) return undefined;
  const found = run.traits.slice(near.start, near.end);
  const touched = run.lines.slice(found[0]?.line, (found.at(-1)?.line ?? 0) + 1);
  if (near.edits > allowed(pattern.length, touched)) return undefined;
  const words = found.map(({ char }) => char).join('');
  if (negations(words) !== negations(needle)) return undefined;
  if (pattern.length < TELLING && !isWords(run, near.start, near.end)) return undefined;
  return {
    line: touched.map((line) => line.text).join(''),
    score: 1 - near.edits / pattern.length,
    weight: pattern.length - 2 * near.edits,
  };
}

/** How many characters may differ. */
function allowed(length: number, lines: readonly Line[]): number {
  const worst = Math.min(...lines.map(({ confidence }) => confidence));
  return Math.floor(length / (worst >= READ_WELL ? 8 : 5));
}

function negations(text: string): string {
  return (text.match(NEGATIONS) ?? []).join('');
}

/** Whether a stretch of a run begins and ends with words: 上传中 is none in 上传中文. */
function isWords({ normalised, traits: all }: Run, start: number, end: number): boolean {
  const [first, last] = [all[start], all[end - 1]];
  const borders = normalised.map((text) => wordBorders(text));
  const begins = first !== undefined && borders[first.line]?.has(first.at);
  const ends = last !== undefined && borders[last.line]?.has(last.at + 1);
  return begins === true && ends === true;
}
