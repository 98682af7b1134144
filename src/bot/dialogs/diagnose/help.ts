import { sourceOf } from '../../answer-text.ts';
import { examine } from '../../checks/examine.ts';
import { asOutcome } from '../../checks/outcome-findings.ts';
import { outcome } from '../../message.ts';
import type { Parts } from '../../parts.ts';
import { phrases } from '../../phrases.ts';
import type { Heard, Turn } from '../dialogue.ts';
import { type DiagnoseState, type Open, questionOf } from './open-checks.ts';

/** 不知道 was the answer: tells where to look it up, and waits. */
export async function help(parts: Parts, turn: Turn, state: DiagnoseState, open: Open): Promise<Heard<DiagnoseState>> {
  const { draft } = turn;
  const question = questionOf(parts, turn, open);
  const entry = parts.knowledge.entries().get(open.entry);
  await turn.say({
    text: `${question.help}\n\n${phrases.lookAgain}`,
    choices: [...question.choices.map(({ label }) => label), phrases.person],
    ...(entry && { sources: [sourceOf(entry)] }),
  });
  const known = parts.checks.known(draft, open.entry);
  const check = parts.checks.byId(open.asked.check);
  const checked = check && examine([check], known)[0]?.checked;
  turn.settle(
    outcome('finding', {
      entry: open.entry,
      diagnostic: open.asked.check,
      verdict: checked?.verdict ?? null,
      findings: checked?.findings.map(asOutcome) ?? [],
    }),
  );
  return { is: 'waiting', state };
}
