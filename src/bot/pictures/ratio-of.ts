import { scale } from '../../diagnostics/image/scale.ts';
import { scaleFinding } from '../../diagnostics/image/scale-finding.ts';
import type { KnownPicture } from '../facts.ts';
import type { Parts } from '../parts.ts';
import { phrases } from '../phrases.ts';
import type { Looked } from './look.ts';
import type { Telling } from './say-pictures.ts';

/**
 * Whether front and back of one card have the same scale, where both came at once or one after the other: each side
 * is compared with the latest picture of the other one. Nothing where it does not tell.
 */
export function ratioOf(
  documents: readonly Looked[],
  known: readonly KnownPicture[],
  { checks: { pictureAdvice } }: Parts,
): Pick<Telling, 'more' | 'note'> {
  const newest = (kind: KnownPicture['document']) =>
    documents.findLast(({ report }) => report.seen?.document === kind)?.report.seen;
  const [front, back] = [newest('id-front'), newest('id-back')];
  if (!front && !back) return {};
  const ratio = scale(
    front ? front.outline : before(known, 'id-front'),
    back ? back.outline : before(known, 'id-back'),
  );
  const finding = scaleFinding(ratio, pictureAdvice);
  if (finding) return { more: [finding] };
  return ratio === undefined ? {} : { note: phrases.sameSize };
}

function before(known: readonly KnownPicture[], kind: KnownPicture['document']) {
  const area = known.findLast(({ document }) => document === kind)?.area;
  return area === undefined ? undefined : ({ is: 'complete', area } as const);
}
