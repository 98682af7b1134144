import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { isLooked, look, remember } from './look.ts';
import { askConsent } from './receive-pictures.ts';
import { spoken } from './say-pictures.ts';

/**
 * Pictures that come with the wish for a person: kept for the agent and told nothing else of, or held until the person
 * agrees. Says so before the handover, whose text comes last.
 */
export async function bringPictures(turn: Turn, { pictures }: Parts): Promise<Next | undefined> {
  const { draft } = turn;
  const { pictures: sent = [], consents = false } = draft.message;
  if (!draft.facts.consent && !consents) return askConsent(turn, pictures, '');
  draft.facts = { ...draft.facts, consent: true };
  const all = await look(draft, draft.facts.pictures ?? [], pictures, sent);
  pictures.held.drop(draft.record.id);
  const looked = all.filter(isLooked);
  remember(draft, looked);
  if (looked.some(({ file }) => file)) await turn.say({ text: phrases.pictureForDesk });
  for (const { file, report } of looked) {
    if (!file) await turn.say({ text: report.findings.map(spoken).join('\n\n') });
  }
  if (looked.length < all.length) {
    await turn.say({ text: all.includes('busy') ? phrases.pictureBusy : phrases.pictureGaveUp });
  }
  return undefined;
}
