import type { Kysely } from 'kysely';
import type { OutcomeKind } from '../../bot/message.ts';
import type { AskedTurn, ResolvedCase } from './asked-turn.ts';
import { askedTurns } from './learning-turns.ts';
import type { OnDay, Span } from './reports.ts';
import { chinaDayOf } from './reports-sql.ts';
import { resolvedCases } from './resolved-cases.ts';
import type { Tables } from './tables.ts';

/** What the assistant can learn from what was asked. Texts are masked, as they are stored. */
export interface Learning {
  /** Turns of the assistant by what they came to. */
  outcomes(span: Span): Promise<readonly (OnDay & { readonly kind: OutcomeKind; readonly turns: number })[]>;
  /** All turns of the assistant; of one talk in order. */
  turns(span: Span): Promise<readonly AskedTurn[]>;
  /** Conversations that agents ended as solved or advised in the span, the latest first, at most `limit`. */
  resolved(span: Span, limit: number): Promise<readonly ResolvedCase[]>;
}

export function learning(db: Kysely<Tables>): Learning {
  return {
    async outcomes({ from, to }) {
      const rows = await db
        .selectFrom('asked')
        .select(({ fn }) => [chinaDayOf(db, 'asked.at').as('day'), 'kind', fn.countAll().as('turns')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .groupBy(['day', 'kind'])
        .execute();
      return rows.map(({ turns, ...row }) => ({ ...row, turns: Number(turns) }));
    },

    turns: ({ from, to }) => askedTurns(db, (asked) => asked.where('asked.at', '>=', from).where('asked.at', '<', to)),

    resolved: (span, limit) => resolvedCases(db, span, limit),
  };
}
