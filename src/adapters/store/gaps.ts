import type { Insertable, Kysely } from 'kysely';
import type { Gap, Store } from '../../bot/ports.ts';
import type { GapsTable, Tables } from './tables.ts';

/** Questions that no entry answered, for the editors. */
export function gaps(db: Kysely<Tables>): Pick<Store, 'gaps'> {
  return {
    async gaps(limit, since, before) {
      const rows = await db
        .selectFrom('gaps')
        .select(['talk', 'at', 'question', 'outcome', 'candidates', 'confidence'])
        .$if(since !== undefined, (query) => query.where('at', '>=', since ?? ''))
        .$if(before !== undefined, (query) => query.where('at', '<', before ?? ''))
        .orderBy('at', 'desc')
        .orderBy('talk', 'desc')
        .orderBy('seq', 'desc')
        .orderBy('nth', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ talk, at, question, outcome, candidates, confidence }) => ({
        talk,
        at,
        text: question,
        outcome,
        candidates: JSON.parse(candidates) as number[],
        confidence,
      }));
    },
  };
}

export function gapToRow(talk: string, seq: number, nth: number, gap: Gap): Insertable<GapsTable> {
  return {
    talk,
    seq,
    nth,
    at: gap.at,
    question: gap.text,
    outcome: gap.outcome,
    candidates: JSON.stringify(gap.candidates),
    confidence: gap.confidence,
  };
}
