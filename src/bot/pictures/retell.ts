import { sourceOf } from '../answer-text.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { PictureState } from '../dialogs/picture.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { AFTER_ANSWER } from '../replies.ts';
import { spoken } from './say-pictures.ts';

/** Says once more what was found in the last pictures, to whoever doubts it or does not know what to do. */
export async function retell(turn: Turn, { knowledge }: Parts, state: PictureState): Promise<void> {
  const { entry: number, verdict, findings, fixable } = state;
  const entry = knowledge.entries().get(number);
  const told = findings.length === 1 ? findings.map(spoken) : findings.map((one) => `- ${inOneLine(one)}`);
  await turn.say({
    text: findings.length === 0 ? phrases.pictureStillOk : [phrases.pictureStill, told.join('\n')].join('\n\n'),
    ...(entry && { sources: [sourceOf(entry)] }),
    choices: [...(fixable ? [phrases.fixIt] : []), ...AFTER_ANSWER],
  });
  turn.draft.facts = { ...turn.draft.facts, entry: number };
  turn.settle(outcome('finding', { entry: number, diagnostic: 'image', verdict, findings }));
}

function inOneLine(finding: PictureState['findings'][number]): string {
  return spoken(finding).replaceAll('\n\n', '');
}
