import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { seePictures } from './see-pictures.ts';

/** Looks at the pictures of a message, or asks first whether it may. */
export async function receivePictures(turn: Turn, parts: Parts): Promise<Next | undefined> {
  const { draft } = turn;
  const { pictures = [], consents = false, at } = draft.message;
  if (draft.facts.consent || consents) {
    draft.facts = { ...draft.facts, consent: true };
    return seePictures(turn, parts, pictures);
  }
  // Its reader takes seconds to load: meanwhile the person reads what they agree to.
  void parts.pictures.desk.warm();
  parts.pictures.held.hold(draft.record.id, pictures, at, draft.message.text);
  await turn.say({ text: phrases.consent, choices: [phrases.agree, phrases.disagree] });
  turn.settle(outcome('ask', { diagnostic: 'image' }));
  return { dialog: 'consent', state: {} };
}
