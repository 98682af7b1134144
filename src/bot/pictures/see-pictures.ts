import { scale } from '../../diagnostics/image/scale.ts';
import { scaleFinding } from '../../diagnostics/image/scale-finding.ts';
import { asOutcome } from '../checks/outcome-findings.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { type OutcomePicture, outcome, type Picture } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { knownOf, type Looked, look } from './look.ts';
import { sayPictures } from './say-pictures.ts';
import { sayScreens } from './say-screens.ts';

/** So many pictures of a conversation are remembered. */
const REMEMBERED = 20;

/** Looks at pictures and tells what was found: screens of errors are answered as what they say, documents are judged. */
export async function seePictures(turn: Turn, parts: Parts, pictures: readonly Picture[]): Promise<Next | undefined> {
  const { draft } = turn;
  const known = draft.facts.pictures ?? [];
  const all = await look(draft, known, parts.pictures, pictures);
  const looked = all.filter((one): one is Looked => typeof one !== 'string');
  parts.pictures.held.drop(draft.record.id);
  draft.facts = { ...draft.facts, pictures: [...known, ...looked.map(knownOf)].slice(-REMEMBERED) };
  draft.files.push(...looked.flatMap(({ file }) => file ?? []));
  if (looked.length < all.length) {
    await turn.say({ text: all.includes('busy') ? phrases.pictureBusy : phrases.pictureGaveUp });
    turn.settle(outcome('ask', { diagnostic: 'image' }));
  }
  if (looked.length === 0) return undefined;
  const screens = looked.filter(({ report }) => report.seen?.document === 'screenshot');
  const documents = looked.filter((one) => !screens.includes(one));
  if (documents.length > 0) await sayPictures(turn, parts, documents, sameScale(documents, parts));
  const ofDocuments = draft.outcome?.findings ?? [];
  const next = screens.length > 0 ? await sayScreens(turn, parts, screens) : undefined;
  const said = draft.outcome;
  if (said) {
    const findings = said.findings === ofDocuments ? ofDocuments : [...ofDocuments, ...said.findings];
    turn.settle({ ...said, findings, pictures: looked.map(asOutcomePicture) });
  }
  return next;
}

function asOutcomePicture({ report: { seen, verdict, findings } }: Looked): OutcomePicture {
  return { document: seen?.document ?? 'other', verdict, findings: findings.map(asOutcome) };
}

/** Front and back of one card at the same scale, where both came at once. */
function sameScale(documents: readonly Looked[], { checks }: Parts) {
  const of = (kind: string) => documents.find(({ report }) => report.seen?.document === kind)?.report.seen?.outline;
  const finding = scaleFinding(scale(of('id-front'), of('id-back')), checks.pictureAdvice);
  return finding ? [finding] : [];
}
