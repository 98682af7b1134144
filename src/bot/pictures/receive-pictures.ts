import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import type { Pictures } from './pictures.ts';
import { seePictures } from './see-pictures.ts';

/** Looks at the pictures of a message, or asks first whether it may. */
export async function receivePictures(turn: Turn, parts: Parts): Promise<Next | undefined> {
  const { draft } = turn;
  const { pictures = [], consents = false } = draft.message;
  if (draft.facts.consent || consents) {
    draft.facts = { ...draft.facts, consent: true };
    return seePictures(turn, parts, pictures);
  }
  return askConsent(turn, parts.pictures, draft.message.text);
}

/** Holds the pictures of a message until the person agrees that they are looked at. `said`: what will be answered then. */
export async function askConsent(turn: Turn, { desk, held }: Pictures, said: string): Promise<Next> {
  const { record, message } = turn.draft;
  // Its reader takes seconds to load: meanwhile the person reads what they agree to.
  void desk.warm();
  held.hold(record.id, message.pictures ?? [], message.at, said);
  await turn.say({ text: phrases.consent, choices: [phrases.agree, phrases.disagree] });
  turn.settle(outcome('ask', { diagnostic: 'image' }));
  return { dialog: 'consent', state: {} };
}
