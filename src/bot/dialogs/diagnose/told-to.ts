import type { Known } from '../../../diagnostics/diagnostic.ts';
import { bare } from '../../../text/normalise.ts';
import { looksAt } from '../../checks/examine.ts';
import { checksOf } from '../../checks/scope.ts';
import { decisionOf } from '../../decision-of.ts';
import { isSurelyElsewhere } from '../../elsewhere.ts';
import type { Parts } from '../../parts.ts';
import { choiceIn } from '../../understanding/choice.ts';
import { cannotTell } from '../../understanding/unsure.ts';
import type { Turn } from '../dialogue.ts';
import { type Open, questionOf } from './open-checks.ts';

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
  if (looks && !(await isElsewhere(parts, turn, open))) return {};
  if (!newest) return undefined;
  const said = question.choices.find(({ says }) => says?.test(text) || says?.test(bare(text)));
  if (said) return said.means;
  const labels = question.choices.map(({ label }) => knowledge.normalise(label));
  const choice = choiceIn(text, labels);
  if (choice?.is === 'unsure') return 'unsure';
  if (choice?.is === 'one') return question.choices[choice.at]?.means;
  const read = question.read?.(text, message.text);
  if (read) return read;
  return tellsOfFailure(turn, open) && !(await isElsewhere(parts, turn, open)) ? {} : undefined;
}

/** After advice a failure is news, and the ladder's next step. */
function tellsOfFailure({ draft }: Turn, { checks }: Open): boolean {
  const { failed, total, more, passed } = draft.heard.face;
  return checks.includes('face-verification') && !passed && (failed || total !== undefined || more !== undefined);
}

/** Whether the message is surely about another entry than the check that waits. */
export async function isElsewhere({ knowledge }: Parts, { draft }: Turn, { entry }: Open): Promise<boolean> {
  const decision = await decisionOf(draft, knowledge);
  const entries = knowledge.entries();
  return isSurelyElsewhere(decision, entries.get(entry), entries.get(decision.candidates[0]?.entry ?? 0));
}
