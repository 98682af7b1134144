import { type Kysely, sql } from 'kysely';
import type { Reason } from '../../handoff/case.ts';
import type { Reports } from './reports.ts';
import { isTransition, textIn } from './reports-sql.ts';
import type { Tables } from './tables.ts';

/** What came to the desk, and how soon it was answered and closed, as the log of transitions tells. */
export function handoverReports(db: Kysely<Tables>): Pick<Reports, 'handovers'> {
  /** The id of the first transition of a talk into one of these states, at or after the one it came to the desk by. */
  const firstInto = (states: readonly string[]) =>
    db
      .selectFrom('audit as later')
      .select(({ fn }) => fn.min('later.id').as('id'))
      .where(isTransition('later'))
      .where('later.talk', '=', sql.ref<string>('begun.talk'))
      .where('later.id', '>=', sql.ref<number>('begun.id'))
      .where(textIn(db, 'later.detail', 'to'), 'in', [...states]);

  return {
    async handovers({ from, to }) {
      const begun = db
        .selectFrom('audit as begun')
        .select(['begun.id', 'begun.at', textIn(db, 'begun.detail', 'reason').as('reason')])
        .select([
          firstInto(['waiting_user']).as('reply'),
          firstInto(['ticket']).as('ticket'),
          firstInto(['resolved', 'closed', 'bot']).as('end'),
        ])
        .where(isTransition('begun'))
        .where('begun.at', '>=', from)
        .where('begun.at', '<', to)
        .where(textIn(db, 'begun.detail', 'from'), 'in', ['bot', 'resolved', 'closed'])
        .where(textIn(db, 'begun.detail', 'to'), 'in', ['queued', 'ringing', 'ticket']);
      const rows = await db
        .selectFrom(begun.as('begun'))
        .leftJoin('audit as replied', 'replied.id', 'begun.reply')
        .leftJoin('audit as ended', 'ended.id', 'begun.end')
        .select(['begun.at', 'begun.reason', 'begun.reply', 'begun.ticket', 'begun.end'])
        .select(['replied.at as repliedAt', 'ended.at as endedAt'])
        .select(sql<string | null>`${textIn(db, 'ended.detail', 'to')}`.as('endedAs'))
        .orderBy('begun.id')
        .execute();
      return rows.map(({ at, reason, reply, ticket, end, repliedAt, endedAt, endedAs }) => {
        const over = order(end);
        const said = order(reply);
        return {
          at,
          reason: reason as Reason | null,
          ticket: order(ticket) < Math.min(said, over),
          repliedAt: said < over ? repliedAt : null,
          resolvedAt: endedAs === 'resolved' ? endedAt : null,
        };
      });
    },
  };
}

/** PostgreSQL's driver gives a bigint as text; what has not happened comes after everything. */
function order(id: number | string | null): number {
  return id === null ? Number.POSITIVE_INFINITY : Number(id);
}
