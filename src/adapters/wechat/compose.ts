import type { FileRef } from '../../bot/message.ts';
import { numberedChoices } from '../vendor/numbered-choices.ts';
import { splitText } from '../vendor/split-text.ts';
import type { SaidLine } from './say-line.ts';

/** One message of WeChat. */
export interface Outgoing {
  /** Empty for a picture. */
  readonly text: string;
  /** Shown under it. */
  readonly choices: readonly string[];
  readonly picture?: FileRef;
  /** Lines that are with the person once it is. */
  readonly done: readonly number[];
  /** The line that goes on after it, and how many messages of it are out then. */
  readonly begun?: { readonly seq: number; readonly parts: number };
}

/** Bytes of a text (measured by users; not in the documentation). */
export const MOST = 2_048;
/** Bytes kept free in each message, for how to go on when it is the last that may be sent. */
export const RESERVE = 240;
const FITS = MOST - RESERVE;

/** Puts lines into as few messages as they fit into, since those are counted. The same line is always cut alike. */
export function compose(lines: readonly SaidLine[]): readonly Outgoing[] {
  const all: Outgoing[] = [];
  for (const said of lines) {
    for (const piece of piecesOf(said).slice(said.line.parts)) {
      const last = all.at(-1);
      const joined = last && join(last, piece);
      if (joined) all[all.length - 1] = joined;
      else all.push(piece);
    }
  }
  return all;
}

/** Text and choices of a message. */
export function written({ text, choices }: Pick<Outgoing, 'text' | 'choices'>): string {
  return [text, numberedChoices(choices)].filter((one) => one !== '').join('\n\n');
}

function piecesOf({ line: { seq, choices = [] }, text, pictures }: SaidLine): readonly Outgoing[] {
  const texts = text === '' ? [] : splitText(text, FITS);
  const last = texts.at(-1);
  const beside = last !== undefined && fits({ text: last, choices });
  const pieces = [
    ...texts.map((piece, at) => ({ text: piece, choices: beside && at === texts.length - 1 ? choices : [] })),
    ...(choices.length > 0 && !beside ? [{ text: '', choices }] : []),
    ...pictures.map((picture) => ({ text: '', choices: [], picture })),
  ];
  // A line of nothing is with the person at once.
  if (pieces.length === 0) return [];
  return pieces.map((piece, at) =>
    at === pieces.length - 1 ? { ...piece, done: [seq] } : { ...piece, done: [], begun: { seq, parts: at + 1 } },
  );
}

/** Two texts in one message, where they fit, and do not belong to one line: only the choices of the latter can be picked by number. */
function join(one: Outgoing, other: Outgoing): Outgoing | undefined {
  if (one.picture || other.picture || one.begun) return undefined;
  const both = one.choices.length > 0 && other.choices.length > 0;
  const named = both ? `可以回复：${one.choices.join('、')}` : '';
  const text = [one.text, named, other.text].filter((part) => part !== '').join('\n\n');
  const choices = other.choices.length > 0 ? other.choices : one.choices;
  return fits({ text, choices }) ? { ...other, text, choices, done: [...one.done, ...other.done] } : undefined;
}

function fits(message: Pick<Outgoing, 'text' | 'choices'>): boolean {
  return Buffer.byteLength(written(message)) <= FITS;
}
