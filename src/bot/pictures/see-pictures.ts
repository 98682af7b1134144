import { screenFindings, verdictOf } from '../../diagnostics/image/judge.ts';
import { asOutcome } from '../checks/outcome-findings.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import type { KnownPicture } from '../facts.ts';
import { type Outcome, type OutcomePicture, outcome, type Picture } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { answerBeside, answers } from './answer-beside.ts';
import { sayAside } from './aside.ts';
import { type Beside, besideOf } from './beside.ts';
import { isLooked, type Looked, look, remember } from './look.ts';
import { merged } from './merged.ts';
import { ratioOf } from './ratio-of.ts';
import { sayPictures } from './say-pictures.ts';
import { type Screens, sayScreens } from './say-screens.ts';

/**
 * Looks at pictures and tells what was found: screens of errors are answered as what they say, documents are judged;
 * then what the words beside them ask is answered. `said`: those words, normalised.
 */
export async function seePictures(
  turn: Turn,
  parts: Parts,
  pictures: readonly Picture[],
  said: string = turn.draft.text,
): Promise<Next | undefined> {
  const { draft } = turn;
  const known = draft.facts.pictures ?? [];
  const [all, beside] = await Promise.all([look(draft, known, parts.pictures, pictures), besideOf(draft, parts, said)]);
  parts.pictures.held.drop(draft.record.id);
  const looked = all.filter(isLooked).map((one) => (isToUpload(one, said) ? asUpload(one) : one));
  remember(draft, looked);
  if (looked.length < all.length) {
    await turn.say({ text: all.includes('busy') ? phrases.pictureBusy : phrases.pictureGaveUp });
    turn.settle(outcome('ask', { diagnostic: 'image' }));
  }
  if (looked.length === 0) return undefined;
  const next = await tell(turn, parts, { looked, known, beside });
  if (draft.outcome) turn.settle({ ...draft.outcome, pictures: looked.map(asOutcomePicture) });
  return next;
}

interface ToTell {
  readonly looked: readonly Looked[];
  /** The pictures of earlier turns. */
  readonly known: readonly KnownPicture[];
  readonly beside: Beside;
}

async function tell(turn: Turn, parts: Parts, { looked, known, beside }: ToTell): Promise<Next | undefined> {
  const { draft } = turn;
  const last = parts.knowledge.entries().get(draft.facts.entry ?? 0);
  const screens = looked.filter(isScreen);
  const documents = looked.filter((one) => !screens.includes(one));
  const goesOn = screens.length > 0 || beside.aside !== undefined || answers(parts, beside, last);
  const telling = { ...ratioOf(documents, known, parts), text: beside.text, goesOn };
  const asks = documents.length > 0 ? await sayPictures(turn, parts, documents, telling) : undefined;
  const ofDocuments = draft.outcome;
  const next =
    screens.length > 0
      ? await afterDocuments(turn, parts, { screens, beside, last }, ofDocuments)
      : await answerBeside(turn, parts, { beside, last });
  if (beside.aside) await sayAside(turn, beside.aside);
  return next ?? asks;
}

/** Screens come after documents, and are what the turn is about. */
async function afterDocuments(
  turn: Turn,
  parts: Parts,
  shown: Screens,
  ofDocuments: Outcome | undefined,
): Promise<Next | undefined> {
  const { draft } = turn;
  draft.facts = { ...draft.facts, ...(shown.last && { entry: shown.last.number }) };
  const next = await sayScreens(turn, parts, shown);
  if (ofDocuments && draft.outcome && draft.outcome !== ofDocuments) {
    const { kind, diagnostic, verdict } = draft.outcome;
    turn.settle({ ...merged(draft.outcome, ofDocuments), kind, diagnostic, verdict });
  }
  return next;
}

/** A screen that is read for what it says; one that shows a document, or is to be uploaded, is judged. */
function isScreen({ report: { seen, findings } }: Looked): boolean {
  return seen?.document === 'screenshot' && !seen.screen?.shows && findings.length === 0;
}

/** Asks whether the picture itself may be uploaded. */
const UPLOAD =
  /(截图|截屏|这张|这个|图片?).{0,6}(能|可以|可不可以|行).{0,4}(传|上传|交|用|当)|(传|上传|交|用).{0,3}(截图|截屏|这张|这个|图片?).{0,3}(可以|行|能)/;

function isToUpload({ report: { seen } }: Looked, said: string): boolean {
  return seen?.document === 'screenshot' && seen.screen?.errors.length === 0 && !seen.screen.shows && UPLOAD.test(said);
}

function asUpload(looked: Looked): Looked {
  const { report } = looked;
  return report.seen ? { ...looked, report: { ...report, ...verdictOf(screenFindings(report.seen.facts)) } } : looked;
}

function asOutcomePicture({ report: { seen, verdict, findings }, file }: Looked): OutcomePicture {
  return {
    document: seen?.document ?? 'other',
    verdict,
    findings: findings.map(asOutcome),
    ...(file && { file: file.id }),
    ...(seen?.places && { marks: seen.places }),
  };
}
