import type { Checked } from '../../diagnostics/diagnostic.ts';
import { sourceOf } from '../answer-text.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { AFTER_ANSWER } from '../replies.ts';
import { asOutcome } from './outcome-findings.ts';

/** Tells what a check found, outside any interview. */
export async function sayChecked(
  turn: Turn,
  { knowledge }: Parts,
  diagnostic: string,
  { verdict, findings }: Checked,
): Promise<void> {
  const entry = knowledge.entries().get(findings[0]?.entry ?? 0);
  await turn.say({
    text: findings.map(({ evidence, advice }) => `${evidence}\n\n${advice}`.trim()).join('\n\n'),
    choices: AFTER_ANSWER,
    ...(entry && { sources: [sourceOf(entry)] }),
  });
  if (entry) turn.draft.facts = { ...turn.draft.facts, entry: entry.number };
  turn.settle(
    outcome('finding', { entry: entry?.number ?? null, diagnostic, verdict, findings: findings.map(asOutcome) }),
  );
}
