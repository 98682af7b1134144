import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { type Outcome, outcome } from '../message.ts';
import { phrases } from '../phrases.ts';
import { PICTURES_ENTRY } from './entry.ts';

export const OFFER_CHOICES = [phrases.person, phrases.notYet];

/** A person was offered for a picture that nobody here can put right: what the turn came to, and what is waited for. */
export function offerPerson(turn: Turn, found: Partial<Omit<Outcome, 'kind' | 'handoff'>>): Next {
  turn.settle(outcome('handoff-offered', { ...found, handoff: 'offered' }));
  return {
    dialog: 'offer',
    state: { reason: 'image_unfixable', entry: found.entry ?? PICTURES_ENTRY, declined: false },
  };
}
