import { type Kysely, sql } from 'kysely';
import type { Ending, Reports, Span } from './reports.ts';
import { chinaDayOf, isTransition, textIn } from './reports-sql.ts';
import type { Tables } from './tables.ts';

/** How much was talked, about what, and how it ended. */
export function conversationReports(db: Kysely<Tables>): Pick<Reports, 'conversations' | 'entries'> {
  return {
    async conversations(span) {
      const ended = db
        .selectFrom(spoken(db, span).as('spoken'))
        .leftJoin(atDesk(db, span).as('desk'), (on) =>
          on.onRef('desk.talk', '=', 'spoken.talk').onRef('desk.day', '=', 'spoken.day'),
        )
        .leftJoin(unhelpful(db, span).as('unhelpful'), (on) =>
          on.onRef('unhelpful.talk', '=', 'spoken.talk').onRef('unhelpful.day', '=', 'spoken.day'),
        )
        .select(['spoken.day', 'spoken.channel', 'spoken.turns'])
        .select(
          sql<Ending>`case
            when desk.talk is not null then 'person'
            when spoken.asks = 0 then 'nothing-asked'
            when unhelpful.talk is not null then 'unhelpful'
            when spoken.answers = 0 then 'unanswered'
            else 'solved' end`.as('ending'),
        );
      const rows = await db
        .selectFrom(ended.as('ended'))
        .select(({ fn }) => [
          'day',
          'channel',
          'ending',
          fn.countAll().as('conversations'),
          fn.sum('turns').as('turns'),
        ])
        .groupBy(['day', 'channel', 'ending'])
        .execute();
      return rows.map(({ conversations, turns, ...row }) => ({
        ...row,
        conversations: Number(conversations),
        turns: Number(turns),
      }));
    },

    async entries({ from, to }) {
      const answered = db
        .selectFrom('asked')
        .select(['entry', 'talk', chinaDayOf(db, 'asked.at').as('day')])
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('entry', 'is not', null);
      const rows = await db
        .selectFrom(answered.as('answered'))
        .select(({ fn }) => ['day', 'entry', fn.count('talk').distinct().as('conversations')])
        .groupBy(['day', 'entry'])
        .execute();
      return rows.map(({ day, entry, conversations }) => ({
        day,
        entry: Number(entry),
        conversations: Number(conversations),
      }));
    },
  };
}

/** Conversations with the assistant: a talk on a day. */
function spoken(db: Kysely<Tables>, { from, to }: Span) {
  return db
    .selectFrom('asked')
    .select(({ fn }) => [
      'talk',
      chinaDayOf(db, 'asked.at').as('day'),
      fn.min('channel').as('channel'),
      fn.countAll().as('turns'),
      fn.max(sql<number>`case when kind in ('smalltalk', 'refuse') then 0 else 1 end`).as('asks'),
      fn.max(sql<number>`case when kind in ('answer', 'finding') then 1 else 0 end`).as('answers'),
    ])
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy(['talk', 'day']);
}

/** Talks that were in the hands of the desk on a day, or came there. */
export function atDesk(db: Kysely<Tables>, { from, to }: Span) {
  return db
    .selectFrom('audit')
    .select(['talk', chinaDayOf(db, 'audit.at').as('day')])
    .distinct()
    .where(isTransition('audit'))
    .where('at', '>=', from)
    .where('at', '<', to)
    .where(textIn(db, 'audit.detail', 'to'), 'in', ['queued', 'ringing', 'agent', 'waiting_user', 'ticket']);
}

function unhelpful(db: Kysely<Tables>, { from, to }: Span) {
  return db
    .selectFrom('feedback')
    .select(['talk', chinaDayOf(db, 'feedback.at').as('day')])
    .distinct()
    .where('at', '>=', from)
    .where('at', '<', to)
    .where('helpful', '=', 0);
}
