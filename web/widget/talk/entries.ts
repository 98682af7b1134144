import type { Line } from '../api/types.ts';
import type { Outgoing } from './outgoing.ts';
import type { Notice } from './talk.ts';
import { withdrawnAt } from './withdrawn-at.ts';

/** One thing of the conversation as it is shown. `key` stays the same while it gets its number. */
export type Entry =
  | { readonly is: 'line'; readonly key: string; readonly line: Line; readonly stamp: string | undefined }
  | {
      readonly is: 'own';
      readonly key: string;
      readonly text: string;
      readonly at: string;
      /** Pictures that the service keeps of it, where it was written elsewhere. */
      readonly kept: number;
      readonly outgoing: Outgoing | undefined;
      readonly stamp: string | undefined;
    }
  | { readonly is: 'notice'; readonly key: string; readonly text: string };

/** Milliseconds between two lines after which the time stands between them. */
const PAUSE = 10 * 60_000;

/** Lines, what was just written, and what the widget has to say, in order; without pictures that are deleted. */
export function entriesOf(
  lines: readonly Line[],
  outgoing: readonly Outgoing[],
  notices: readonly Notice[],
): readonly Entry[] {
  const bySeq = new Map(outgoing.filter(({ seq }) => seq !== undefined).map((one) => [one.seq, one]));
  const known = new Set(lines.map(({ seq }) => seq));
  const gone = withdrawnAt(lines);
  const numbered: { readonly seq: number; readonly entry: Entry; readonly at: string | undefined }[] = lines.map(
    (line) => {
      const own = line.by === 'user' ? bySeq.get(line.seq) : undefined;
      const isBare = line.seq < gone;
      if (line.by !== 'user') {
        const shown = isBare ? withoutPictures(line) : line;
        return { seq: line.seq, at: line.at, entry: { is: 'line', key: `${line.seq}`, line: shown, stamp: undefined } };
      }
      const entry: Entry = {
        is: 'own',
        key: own?.id ?? `${line.seq}`,
        // As it was typed; what is kept of it is masked, and is what a reload shows.
        text: own?.text ?? line.text,
        at: line.at,
        kept: line.files?.length ?? 0,
        outgoing: own && isBare ? { ...own, pictures: [] } : own,
        stamp: undefined,
      };
      return { seq: line.seq, at: line.at, entry };
    },
  );
  for (const own of outgoing) {
    if (own.seq !== undefined && !known.has(own.seq)) numbered.push({ seq: own.seq, at: own.at, entry: ownEntry(own) });
  }
  for (const [at, { after, text }] of notices.entries()) {
    numbered.push({ seq: after + 0.5, at: undefined, entry: { is: 'notice', key: `n${at}`, text } });
  }
  numbered.sort((a, b) => a.seq - b.seq);
  const pending = outgoing.filter(({ seq }) => seq === undefined).map(ownEntry);
  return [...stamped(numbered), ...pending];
}

/** What was said of them stays. */
function withoutPictures({ files, outcome, ...line }: Line): Line {
  if (!outcome) return line;
  return { ...line, outcome: { ...outcome, pictures: outcome.pictures.map(({ file, ...picture }) => picture) } };
}

function ownEntry(own: Outgoing): Entry {
  return { is: 'own', key: own.id, text: own.text, at: own.at, kept: 0, outgoing: own, stamp: undefined };
}

function stamped(numbered: readonly { readonly entry: Entry; readonly at: string | undefined }[]): readonly Entry[] {
  let before: string | undefined;
  return numbered.map(({ entry, at }) => {
    const isLater = at !== undefined && (before === undefined || Date.parse(at) - Date.parse(before) > PAUSE);
    if (at !== undefined) before = at;
    return isLater && entry.is !== 'notice' ? { ...entry, stamp: at } : entry;
  });
}
