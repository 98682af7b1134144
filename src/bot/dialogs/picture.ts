import { decisionOf } from '../decision-of.ts';
import { type OutcomeFinding, outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { documentSaidIn } from '../pictures/document-names.ts';
import { fixPictures } from '../pictures/fix-pictures.ts';
import { judgeAs } from '../pictures/judge-as.ts';
import { OFFER_CHOICES, offerPerson } from '../pictures/offer-person.ts';
import { retell } from '../pictures/retell.ts';
import { DOCUMENT_CHOICES } from '../pictures/unsure-document.ts';
import { needsOther } from '../pictures/unusable.ts';
import { isAboutPicture } from '../understanding/about-picture.ts';
import { hasNoOther } from '../understanding/has-no-other.ts';
import { leavesItToUs, pictureWishIn } from '../understanding/picture-wish.ts';
import type { Dialogue, Heard, Turn } from './dialogue.ts';

/** What was found in the pictures of the turn before. */
export interface PictureState {
  readonly entry: number;
  readonly verdict: string;
  readonly findings: readonly OutcomeFinding[];
  /** Whether a file of ours would help. */
  readonly fixable: boolean;
  /** The picture whose kind was asked for, by its id in the vault. */
  readonly asked?: string;
}

/** So sure a message is about an entry of its own that it is none about the picture. */
const ELSEWHERE = 0.95;

/** Pictures were judged: hears what they are where that was asked, what is to be made of them, and doubts about the verdict. */
export function picture(parts: Parts): Dialogue<PictureState> {
  return {
    id: 'picture',
    async hear(turn, state) {
      const { text } = turn.draft;
      const kind = state.asked === undefined ? undefined : documentSaidIn(text);
      if (kind === 'id') return whichSide(turn, state);
      if (kind && state.asked !== undefined) {
        const next = await judgeAs(turn, parts, state.asked, kind);
        return { is: 'done', ...(next && { next }) };
      }
      if (needsOther(state.findings) && hasNoOther(text) && turn.draft.mayOffer) {
        await turn.say({ text: phrases.noOther, choices: OFFER_CHOICES });
        const { entry, verdict, findings } = state;
        return { is: 'done', next: offerPerson(turn, { entry, diagnostic: 'image', verdict, findings }) };
      }
      const wish = pictureWishIn(text) ?? (state.fixable && leavesItToUs(text) ? ({ is: 'fix' } as const) : undefined);
      if (wish) {
        const next = await fixPictures(turn, parts, wish);
        return { is: 'done', ...(next && { next }) };
      }
      if (!isAboutPicture(text, state.verdict) || (await isElsewhere(parts, turn, state))) return { is: 'leave' };
      await retell(turn, parts, state);
      return { is: 'waiting', state };
    },
  };
}

async function whichSide(turn: Turn, state: PictureState): Promise<Heard<PictureState>> {
  await turn.say({ text: phrases.whichSide, choices: DOCUMENT_CHOICES });
  turn.settle(outcome('ask', { entry: state.entry, diagnostic: 'image', verdict: state.verdict }));
  return { is: 'waiting', state };
}

async function isElsewhere({ knowledge }: Parts, { draft }: Turn, { entry }: PictureState): Promise<boolean> {
  const { kind, confidence, candidates } = await decisionOf(draft, knowledge);
  return kind === 'answer' && confidence >= ELSEWHERE && candidates[0]?.entry !== entry;
}
