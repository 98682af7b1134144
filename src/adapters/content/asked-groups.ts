import type { OutcomeKind } from '../../bot/message.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { AskedTurn } from '../store/asked-turn.ts';
import { type rememberedGroups, THRESHOLDS } from './gap-groups.ts';
import type { questionVectors } from './question-vectors.ts';

/** Questions that mean about the same, whether they were answered or not. */
interface AskedGroup {
  readonly times: number;
  readonly talks: number;
  readonly examples: readonly { readonly text: string; readonly times: number }[];
  /** The entry that most of them were answered with; null where most were not answered. */
  readonly entry: number | null;
}

export interface AskedGroups {
  /** What was asked most first. */
  readonly groups: readonly AskedGroup[];
  /** Questions in all, and how many of them are in the wordings that were grouped. */
  readonly asked: number;
  readonly grouped: number;
  readonly by: 'meaning' | 'words';
}

const EXAMPLES = 3;
/** Wordings that are grouped, those asked most: encoding takes some milliseconds each. */
const MOST = 1_000;

interface Wording {
  readonly normalised: string;
  readonly text: string;
  readonly turns: readonly AskedTurn[];
  readonly times: number;
}

/** Groups what people asked in their own words; what they pressed and said in passing is none of it. */
export async function askedGroups(
  turns: readonly AskedTurn[],
  knowledge: Knowledge,
  {
    vectorsOf,
    group,
  }: { readonly vectorsOf: ReturnType<typeof questionVectors>; readonly group: ReturnType<typeof rememberedGroups> },
): Promise<AskedGroups> {
  const all = wordings(turns.filter(isQuestion), knowledge);
  const most = all.slice(0, MOST);
  const { questions, by } = await vectorsOf(
    knowledge,
    most.map(({ text }) => text),
  );
  const placed = most.flatMap((wording) => {
    const question = questions.get(wording.text);
    return question ? [{ ...wording, vector: question.vector }] : [];
  });
  const places = await group(placed, THRESHOLDS[by]);
  const times = (those: readonly Wording[]): number => those.reduce((sum, one) => sum + one.times, 0);
  return {
    groups: places
      .map((group) => groupOf(group.flatMap((at) => placed[at] ?? [])))
      .sort((a, b) => b.times - a.times || b.talks - a.talks),
    asked: times(all),
    grouped: times(placed),
    by,
  };
}

/** What a turn comes to that was a question. */
export const ASKING: readonly OutcomeKind[] = ['answer', 'clarify', 'not-covered'];

/** Whether a turn was a question in somebody's own words. */
export function isQuestion({ kind, text, pressed }: AskedTurn): boolean {
  return text !== null && !pressed && ASKING.includes(kind);
}

function wordings(turns: readonly AskedTurn[], { normalise }: Pick<Knowledge, 'normalise'>): readonly Wording[] {
  const found = new Map<string, { text: string; turns: AskedTurn[] }>();
  for (const turn of turns) {
    const text = turn.text ?? '';
    const normalised = normalise(text);
    const known = found.get(normalised) ?? { text, turns: [] };
    known.turns.push(turn);
    found.set(normalised, known);
  }
  return [...found]
    .map(([normalised, { text, turns }]) => ({ normalised, text, turns, times: turns.length }))
    .sort((a, b) => b.times - a.times);
}

function groupOf(wordings: readonly Wording[]): AskedGroup {
  const turns = wordings.flatMap((wording) => wording.turns);
  const counts = new Map<number | null, number>();
  for (const { entries } of turns) {
    const entry = entries[0] ?? null;
    counts.set(entry, (counts.get(entry) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return {
    times: turns.length,
    talks: new Set(turns.map(({ talk }) => talk)).size,
    examples: wordings
      .toSorted((a, b) => b.times - a.times)
      .slice(0, EXAMPLES)
      .map(({ text, times }) => ({ text, times })),
    entry: most?.[0] ?? null,
  };
}
