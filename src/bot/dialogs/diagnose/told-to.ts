import type { Known } from '../../../diagnostics/diagnostic.ts';
import { bare } from '../../../text/normalise.ts';
import { sameRemedy } from '../../answer-text.ts';
import { looksAt } from '../../checks/examine.ts';
import { checksOf } from '../../checks/scope.ts';
import type { Parts } from '../../parts.ts';
import { choiceIn } from '../../understanding/choice.ts';
import { cannotTell } from '../../understanding/unsure.ts';
import type { Turn } from '../dialogue.ts';
import { type Open, questionOf } from './open-checks.ts';

/** So sure a message is about another entry that it is no answer. */
const SURE = 0.9;

/**
 * What a message tells an open check: by a button, in words, or by facts that it looks at. Only the one asked last
 * (`newest`) hears words that have no meaning of their own. Undefined where it tells nothing.
 */
export async function toldTo(
  parts: Parts,
  turn: Turn,
  open: Open,
  newest: boolean,
): Promise<Known | 'unsure' | undefined> {
  const { knowledge, checks } = parts;
  const { text, heard, message } = turn.draft;
  const question = questionOf(parts, turn, open);
  const choices = [...question.choices, ...question.lastResort];
  const named = choices.find(({ label }) => knowledge.normalise(label) === text);
  if (named) return named.means;
  const looks = checksOf(checks, open).some((check) => looksAt(check, Object.keys(heard.facts)));
  if (newest && cannotTell(text)) return looks ? {} : 'unsure';
  if (looks && !(await isElsewhere(parts, text, open))) return {};
  if (!newest) return undefined;
  const said = question.choices.find(({ says }) => says?.test(text) || says?.test(bare(text)));
  if (said) return said.means;
  const labels = question.choices.map(({ label }) => knowledge.normalise(label));
  const choice = choiceIn(text, labels);
  if (choice?.is === 'unsure') return 'unsure';
  if (choice?.is === 'one') return question.choices[choice.at]?.means;
  const read = question.read?.(text, message.text);
  if (read) return read;
  return tellsOfFailure(turn, open) && !(await isElsewhere(parts, text, open)) ? {} : undefined;
}

/** After advice a failure is news, and the ladder's next step. */
function tellsOfFailure({ draft }: Turn, { checks }: Open): boolean {
  const { failed, total, more, passed } = draft.heard.face;
  return checks.includes('face-verification') && !passed && (failed || total !== undefined || more !== undefined);
}

/** Whether a message is surely about another entry than the check that waits. */
export async function isElsewhere({ knowledge }: Parts, text: string, { entry }: Open): Promise<boolean> {
  const { kind, confidence, candidates } = await knowledge.decide(text);
  const own = knowledge.entries().get(entry);
  const best = knowledge.entries().get(candidates[0]?.entry ?? 0);
  return kind === 'answer' && confidence >= SURE && !!own && !!best && best !== own && !sameRemedy(best, own);
}
