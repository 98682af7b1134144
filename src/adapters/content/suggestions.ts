import type { Entry } from '../../knowledge/entry.ts';
import { grouped } from '../console/reports/tally.ts';
import type { CaseQuestion } from './case-questions.ts';
import { gapDigest } from './gap-digest.ts';
import type { ReadGaps } from './read-gaps.ts';

/** Questions that agents resolved by an entry which the assistant would not answer them with. */
export interface Suggestion {
  readonly entry: number;
  readonly title: string;
  /** Conversations that they come from. */
  readonly talks: number;
  readonly lastAt: string;
  readonly texts: readonly SuggestedText[];
}

interface SuggestedText {
  readonly text: string;
  readonly times: number;
  readonly by: CaseQuestion['by'];
  /** How likely the assistant finds the entry today, 0 to 1, calibrated. */
  readonly confidence: number;
}

interface SuggestionParts {
  readonly read: ReadGaps['gaps'];
  readonly entries: ReadonlyMap<number, Entry>;
  /** Questions that have a place already, normalised. */
  readonly known: ReadonlySet<string>;
  readonly dismissed: ReadonlySet<string>;
}

/** What a trial takes as a question, in characters. */
const SHORTEST = 2;
const LONGEST = 200;

/** A question of an entry without its words: dismissed for this entry, it is still a gap. */
export function suggestionDigest(entry: number, normalised: string): string {
  return gapDigest(`${entry} ${normalised}`);
}

interface Gathered extends Pick<CaseQuestion, 'entry' | 'text' | 'by' | 'at'> {
  readonly normalised: string;
  readonly talks: ReadonlySet<string>;
  readonly times: number;
}

/** By entry, those with most conversations first. A question goes to one entry alone: the one most told of it. */
export function suggestionsOf(questions: readonly CaseQuestion[], parts: SuggestionParts): readonly Suggestion[] {
  const { read, entries } = parts;
  const open = gathered(questions, read).filter((one) => isOpen(one, parts));
  const best = new Map<string, Gathered>();
  for (const one of open) {
    const other = best.get(one.normalised);
    if (!other || byWeight(one, other) < 0) best.set(one.normalised, one);
  }
  return [...grouped([...best.values()], ({ entry }) => entry)]
    .map(([entry, those]): Suggestion => {
      const texts = those.toSorted(byWeight);
      return {
        entry,
        title: entries.get(entry)?.title ?? '',
        talks: new Set(texts.flatMap(({ talks }) => [...talks])).size,
        lastAt:
          texts
            .map(({ at }) => at)
            .sort()
            .at(-1) ?? '',
        texts: texts.map(({ text, times, by }) => ({ text, times, by, confidence: confidenceIn(read, text, entry) })),
      };
    })
    .sort((a, b) => b.talks - a.talks || b.texts.length - a.texts.length || a.entry - b.entry);
}

function gathered(questions: readonly CaseQuestion[], read: ReadGaps['gaps']): readonly Gathered[] {
  const found = new Map<string, Gathered>();
  for (const { text, entry, by, talk, at } of questions) {
    const normalised = read.get(text)?.normalised;
    if (normalised === undefined) continue;
    const key = `${entry} ${normalised}`;
    const was = found.get(key);
    found.set(key, {
      ...{ entry, normalised, text: was?.text ?? text },
      by: was?.by === 'answer' ? 'answer' : by,
      at: was && was.at > at ? was.at : at,
      talks: new Set([...(was?.talks ?? []), talk]),
      times: (was?.times ?? 0) + 1,
    });
  }
  return [...found.values()];
}

function isOpen({ entry, text, normalised }: Gathered, { read, entries, known, dismissed }: SuggestionParts): boolean {
  const length = [...text].length;
  const decision = read.get(text)?.decision;
  const isAnswered = decision?.kind === 'answer' && decision.candidates[0]?.entry === entry;
  return (
    entries.has(entry) &&
    length >= SHORTEST &&
    length <= LONGEST &&
    !isAnswered &&
    !known.has(normalised) &&
    !dismissed.has(gapDigest(normalised)) &&
    !dismissed.has(suggestionDigest(entry, normalised))
  );
}

/** What an agent sent says more than what stood on a card, however often; then what was asked more often, then last. */
function byWeight(a: Gathered, b: Gathered): number {
  const sent = ({ by }: Gathered): number => Number(by === 'answer');
  return sent(b) - sent(a) || b.times - a.times || b.at.localeCompare(a.at);
}

function confidenceIn(read: ReadGaps['gaps'], text: string, entry: number): number {
  return read.get(text)?.decision.candidates.find((one) => one.entry === entry)?.probability ?? 0;
}
