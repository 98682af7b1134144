import type { Entry } from '../../knowledge/entry.ts';
import { answer } from '../answer.ts';
import { report } from '../checks/report.ts';
import { scopeOf } from '../checks/scope.ts';
import type { Turn } from '../dialogs/dialogue.ts';
import type { Next } from '../dialogs/next.ts';
import { learnFace } from '../face-facts.ts';
import type { Parts } from '../parts.ts';
import { type Beside, newsFor } from './beside.ts';
import { fixPictures } from './fix-pictures.ts';
import { merged } from './merged.ts';

/** Whether the words beside pictures are answered, too. */
export function answers(parts: Parts, beside: Beside, last: Entry | undefined): boolean {
  return beside.wish !== undefined || beside.entries.length > 0 || newsFor(parts, last, beside).length > 0;
}

/**
 * After the verdict: does what the words beside the pictures wish, answers what they ask, or takes in what they tell.
 * `last`: the entry answered before the pictures came.
 */
export async function answerBeside(
  turn: Turn,
  parts: Parts,
  { beside, last }: { readonly beside: Beside; readonly last: Entry | undefined },
): Promise<Next | undefined> {
  const { draft } = turn;
  const said = draft.outcome;
  const next = await answered(turn, parts, beside, last);
  if (said && draft.outcome && draft.outcome !== said) turn.settle(merged(said, draft.outcome));
  return next;
}

async function answered(turn: Turn, parts: Parts, beside: Beside, last: Entry | undefined): Promise<Next | undefined> {
  const { checks } = parts;
  if (beside.wish) {
    return fixPictures(turn, parts, beside.wish);
  }
  if (beside.entries.length > 0) return answer(turn, checks, beside.entries, { confidence: beside.confidence });
  const news = newsFor(parts, last, beside);
  if (!last || news.length === 0) return undefined;
  const { draft } = turn;
  const scope = scopeOf(checks, last);
  if (scope.checks.includes('face-verification')) draft.facts = learnFace(draft.facts, draft.heard.face);
  return report(turn, { checks, entry: last, scope, changed: news });
}
