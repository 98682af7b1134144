import type { Outcome } from '../api/types.ts';
import type { Entry } from '../talk/entries.ts';

/** A picture that was looked at, as it is shown under what was said of it. */
export interface SeenPicture {
  readonly picture: Outcome['pictures'][number];
  /** From 1, where the message had several. */
  readonly number: number | undefined;
  /** As it was chosen on this page; undefined after a reload. */
  readonly local: File | undefined;
  /** The choice that puts it right, where the service offers one. */
  readonly fix: string | undefined;
  /** The choice that was taken meanwhile. */
  readonly picked: string | undefined;
}

/** What the service offers to do with the last picture that it keeps. */
const FIXES = ['帮我改好', '只留证件'];
/** How what is said of one of several pictures begins. */
const ONE_OF = /^\*\*第 \d+ 张：/;

/** The pictures under each line, by its number: each under its own bubble, or all under the last line of their turn. */
export function picturesOf(
  entries: readonly Entry[],
  taken: ReadonlyMap<number, string>,
): ReadonlyMap<number, readonly SeenPicture[]> {
  const found = new Map<number, readonly SeenPicture[]>();
  for (const [at, entry] of entries.entries()) {
    if (entry.is !== 'line') continue;
    const { seq, choices = [], outcome } = entry.line;
    const pictures = outcome?.pictures ?? [];
    if (pictures.length === 0) continue;
    const { own, bubbles } = turnTo(entries, at);
    const sent = own?.outgoing?.pictures ?? [];
    const fixable = pictures.map(({ file }) => file !== undefined).lastIndexOf(true);
    const seen = pictures.map((picture, index) => ({
      picture,
      number: pictures.length > 1 ? index + 1 : undefined,
      local: sent.length === pictures.length ? sent[index] : undefined,
      fix: index === fixable ? choices.find((choice) => FIXES.includes(choice)) : undefined,
      picked: taken.get(seq),
    }));
    const ofOne = bubbles.filter(({ text }) => ONE_OF.test(text));
    if (ofOne.length === seen.length) {
      for (const [index, line] of ofOne.entries()) found.set(line.seq, seen.slice(index, index + 1));
    } else found.set(seq, seen);
  }
  return found;
}

/** What the person said last before a line, and everything that was answered since. */
function turnTo(entries: readonly Entry[], at: number) {
  const before = entries.slice(0, at + 1);
  const from = before.map(({ is }) => is === 'own').lastIndexOf(true);
  const own = before[from];
  return {
    own: own?.is === 'own' ? own : undefined,
    bubbles: before.slice(from + 1).flatMap((entry) => (entry.is === 'line' ? entry.line : [])),
  };
}
