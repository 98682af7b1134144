import { type Kysely, sql } from 'kysely';
import type { Reports, Span } from './reports.ts';
import { chinaDayOf } from './reports-sql.ts';
import type { Tables } from './tables.ts';

/** What people thought of the help they got, and what found none. */
export function judgementReports(db: Kysely<Tables>): Pick<Reports, 'feedback' | 'ratings' | 'gaps'> {
  return {
    async feedback({ from, to }) {
      const judged = db
        .selectFrom('feedback')
        .innerJoin('lines', (on) =>
          on.onRef('lines.talk', '=', 'feedback.talk').onRef('lines.seq', '=', 'feedback.seq'),
        )
        .select(['feedback.helpful', chinaDayOf(db, 'feedback.at').as('day')])
        .select((eb) =>
          // The turn that said the line: its number is that of its last one.
          eb
            .selectFrom('asked')
            .select('asked.entry')
            .whereRef('asked.talk', '=', 'lines.talk')
            .whereRef('asked.seq', '>=', 'lines.seq')
            .whereRef('asked.at', '=', 'lines.at')
            .orderBy('asked.seq')
            .limit(1)
            .as('entry'),
        )
        .where('feedback.at', '>=', from)
        .where('feedback.at', '<', to);
      const rows = await db
        .selectFrom(judged.as('judged'))
        .select(({ fn }) => ['day', 'entry', 'helpful', fn.countAll().as('count')])
        .groupBy(['day', 'entry', 'helpful'])
        .execute();
      return rows.map(({ helpful, count, ...row }) => ({ ...row, helpful: helpful === 1, count: Number(count) }));
    },

    async ratings(span) {
      const rows = await counted(db, 'ratings', 'score', span);
      return rows.map(({ day, value, count }) => ({ day, score: Number(value), count: Number(count) }));
    },

    async gaps(span) {
      const rows = await counted(db, 'gaps', 'outcome', span);
      return rows.map(({ day, value, count }) => ({
        day,
        outcome: value as Tables['gaps']['outcome'],
        count: Number(count),
      }));
    },
  };
}

/** Rows of a table by day and the value of a column. */
function counted(db: Kysely<Tables>, table: 'ratings' | 'gaps', column: string, { from, to }: Span) {
  return db
    .selectFrom(table)
    .select(({ fn }) => [
      chinaDayOf(db, `${table}.at`).as('day'),
      sql<string | number>`${sql.ref(`${table}.${column}`)}`.as('value'),
      fn.countAll().as('count'),
    ])
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['day', 'value'])
    .execute();
}
