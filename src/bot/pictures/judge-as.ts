import type { DocumentKind } from '../../diagnostics/image/document/document-kind.ts';
import { chinaDay } from '../../text/china-day.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { outcome } from '../message.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import { knownOf, type Looked } from './look.ts';
import { sayPictures } from './say-pictures.ts';

/** Judges a kept picture (`file`, its id) once more, as what the person says that it is. */
export async function judgeAs(turn: Turn, parts: Parts, file: string, told: DocumentKind): Promise<Next | undefined> {
  const { draft } = turn;
  const { vault, desk } = parts.pictures;
  const kept = await vault.get(draft.record.id, file);
  const report = kept && (await desk.check(kept.bytes, { name: kept.name, today: chinaDay(draft.message.at), told }));
  if (!report || !('verdict' in report)) {
    await turn.say({ text: report ? phrases.pictureBusy : phrases.pictureGone });
    turn.settle(outcome('ask', { diagnostic: 'image' }));
    return undefined;
  }
  const looked: Looked = { report, before: undefined, file: kept };
  const { pictures = [] } = draft.facts;
  draft.facts = { ...draft.facts, pictures: pictures.map((one) => (one.file === file ? knownOf(looked) : one)) };
  const next = await sayPictures(turn, parts, [looked], { asks: false });
  const said = draft.outcome;
  const marks = report.seen?.places;
  const judged = {
    document: told,
    verdict: report.verdict,
    findings: said?.findings ?? [],
    file,
    ...(marks && { marks }),
  };
  if (said) turn.settle({ ...said, pictures: [judged] });
  return next;
}
