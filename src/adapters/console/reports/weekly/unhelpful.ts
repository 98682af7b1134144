import { wordVector } from '../../../../knowledge/question-vector.ts';
import { THRESHOLDS } from '../../../content/gap-groups.ts';
import type { AskedTurn } from '../../../store/asked-turn.ts';
import { grouped } from '../tally.ts';

/** Why an answer counts as one that did not help; the first that is true. */
export type Unhelpful = 'vote' | 'person' | 'again';

/** Answers of one entry that did not help. */
export interface UnhelpfulEntry {
  readonly entry: number;
  /** Turns that were answered with it. */
  readonly answers: number;
  readonly votes: number;
  readonly persons: number;
  readonly again: number;
  readonly examples: readonly { readonly text: string; readonly why: Unhelpful }[];
}

/** What comes later is another matter. */
const RIGHT_AFTER = 30 * 60_000;
const EXAMPLES = 3;
const WHYS: readonly Unhelpful[] = ['vote', 'person', 'again'];

/** By entry, those with most such answers first; entries without one are left out. `turns` of one talk are in order. */
export function unhelpfulOf(turns: readonly AskedTurn[]): readonly UnhelpfulEntry[] {
  const judged = [...grouped(turns, ({ talk }) => talk).values()].flatMap((those) =>
    those.flatMap((turn, at) => {
      if (turn.kind !== 'answer') return [];
      const why = whyOf(turn, those[at + 1]);
      return turn.entries.map((entry) => ({ entry, text: turn.text, why }));
    }),
  );
  return [...grouped(judged, ({ entry }) => entry)]
    .map(([entry, answers]): UnhelpfulEntry => {
      const because = (why: Unhelpful) => answers.filter((answer) => answer.why === why);
      const said = new Set<string>();
      const examples = WHYS.flatMap(because).flatMap(({ text, why }) => {
        if (text === null || why === undefined || said.has(text)) return [];
        said.add(text);
        return [{ text, why }];
      });
      return {
        ...{ entry, answers: answers.length },
        ...{ votes: because('vote').length, persons: because('person').length, again: because('again').length },
        examples: examples.slice(0, EXAMPLES),
      };
    })
    .filter((one) => unhelpfulIn(one) > 0)
    .sort((a, b) => unhelpfulIn(b) - unhelpfulIn(a) || a.answers - b.answers || a.entry - b.entry);
}

export function unhelpfulIn({ votes, persons, again }: UnhelpfulEntry): number {
  return votes + persons + again;
}

function whyOf(turn: AskedTurn, next: AskedTurn | undefined): Unhelpful | undefined {
  if (turn.unhelpful) return 'vote';
  if (!next || Date.parse(next.at) - Date.parse(turn.at) > RIGHT_AFTER) return undefined;
  if (next.kind === 'handoff' || next.kind === 'handoff-offered') return 'person';
  // A button goes on with an answer.
  if (next.pressed) return undefined;
  const sameEntry = next.kind === 'answer' && next.entries.some((entry) => turn.entries.includes(entry));
  return sameEntry || isAlike(turn, next) ? 'again' : undefined;
}

/** Whether both say about the same, by their words. */
function isAlike(turn: AskedTurn, next: AskedTurn): boolean {
  if (turn.text === null || next.text === null || turn.pressed) return false;
  const [one, other] = [wordVector(turn.text), wordVector(next.text)];
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0) >= THRESHOLDS.words;
}
