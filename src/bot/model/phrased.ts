import { answerText, WHY } from '../answer-text.ts';
import type { Draft } from '../draft.ts';
import type { Parts } from '../parts.ts';
import { followUpIn } from '../understanding/follow-up.ts';
import { helperFor, wordsOf } from './helper-for.ts';

/**
 * Has the model say what is to be done, in the answer that one entry gave. Only
 * the entry's own text within the first bubble changes, and only to what the model
 * was found to say of it; the explanation, our own words, buttons and the source stay.
 */
export async function phrased(draft: Draft, { knowledge, checks, model }: Parts): Promise<void> {
  const [first] = draft.replies;
  const { outcome } = draft;
  if (!model || !first || outcome?.kind !== 'answer' || outcome.entries.length !== 1) return;
  const entry = knowledge.entries().get(outcome.entries[0] ?? 0);
  // Who pressed a button, or wants the same once more, asked nothing that could be put first.
  if (!entry || knowledge.normalise(entry.label) === draft.text || followUpIn(draft.text)) return;
  const [own = ''] = answerText(entry, draft.facts).split(`\n\n**${WHY}**`);
  if (own === '' || !first.text.includes(own)) return;
  const keep = [...entry.errors, ...checks.links.flatMap(({ after }) => after)];
  const text = await helperFor(draft, model)?.phrase(wordsOf(draft), own, keep);
  if (text !== undefined) draft.replies[0] = { ...first, text: first.text.replace(own, () => text) };
}
