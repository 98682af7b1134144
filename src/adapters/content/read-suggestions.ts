import { answerText } from '../../bot/answer-text.ts';
import { storedText } from '../../bot/stored-text.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ResolvedCase } from '../store/asked-turn.ts';
import { caseQuestions } from './case-questions.ts';
import type { gapReader } from './read-gaps.ts';
import { type Suggestion, suggestionsOf } from './suggestions.ts';

/** Cases that are looked at, the latest: a question that was not read before takes some milliseconds. */
export const MOST_CASES = 1_000;

/** What resolved cases suggest, over what is known today. */
export async function readSuggestions(
  cases: readonly ResolvedCase[],
  {
    knowledge,
    readGaps,
    dismissed,
  }: {
    readonly knowledge: Knowledge;
    readonly readGaps: ReturnType<typeof gapReader>;
    readonly dismissed: ReadonlySet<string>;
  },
): Promise<readonly Suggestion[]> {
  const entries = knowledge.entries();
  const answers = new Map([...entries].map(([number, entry]) => [number, storedText(answerText(entry, {}))]));
  const questions = cases.flatMap((one) => caseQuestions(one, answers));
  const { gaps: read } = await readGaps(knowledge, [...new Set(questions.map(({ text }) => text))]);
  const placed = [...[...entries.values()].flatMap((entry) => entry.questions), ...knowledge.outside()];
  const known = new Set(placed.map(({ text }) => knowledge.normalise(text)));
  return suggestionsOf(questions, { read, entries, known, dismissed });
}
