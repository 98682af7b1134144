import type { Entry } from '../knowledge/entry.ts';
import { answerReply } from './answer-text.ts';
import type { Turn } from './dialogs/dialogue.ts';
import { outcome } from './message.ts';
import { phrases } from './phrases.ts';
import { AFTER_ANSWER } from './replies.ts';

/** Words that ask for people beside the matter: the answer then offers one. */
const PEOPLE = /人工|客服|售后|真人|活人/;
const DOUBLED = /(两遍|两次|重复|写重|19)/;

export interface AnswerParts {
  readonly confidence: number;
  /** Said before several; each then stands under its title. */
  readonly lead?: string;
  /** Said after the last: what could not be answered. */
  readonly tail?: string;
}

/** Answers with an entry, or with each of several under its heading. */
export async function answer(
  turn: Turn,
  entries: readonly Entry[],
  { confidence, lead, tail }: AnswerParts,
): Promise<void> {
  const { draft } = turn;
  const [first] = entries;
  if (!first) throw new RangeError('An answer needs an entry');
  const offer = tail ?? (PEOPLE.test(draft.text) ? phrases.personOffer : undefined);
  for (const [at, entry] of entries.entries()) {
    const defects = DOUBLED.test(draft.text) ? entry.corrections.map(({ why }) => why) : [];
    const leads = [...(at === 0 && lead ? [lead] : []), ...defects].join('\n\n');
    const reply = answerReply(entry, draft.facts, {
      lead: leads || undefined,
      titled: entries.length > 1 || tail !== undefined,
    });
    const last = at === entries.length - 1;
    await turn.say({
      ...reply,
      text: last && offer ? `${reply.text}\n\n${offer}` : reply.text,
      ...(last && { choices: [...AFTER_ANSWER, ...(offer ? [phrases.person] : [])] }),
    });
  }
  draft.facts = { ...draft.facts, entry: first.number };
  turn.settle(
    outcome('answer', {
      entry: first.number,
      entries: entries.map(({ number }) => number),
      confidence,
      handoff: offer ? 'offered' : 'none',
    }),
  );
}
