import { type Kysely, sql } from 'kysely';
import { phrases } from '../../bot/phrases.ts';
import type { FaceEnding, Reports } from './reports.ts';
import { atDesk } from './reports-conversations.ts';
import { chinaDayOf } from './reports-sql.ts';
import type { Tables } from './tables.ts';

/**
 * What became of the face verifications that were talked about. Nobody tells the service whether one passed: `solved`
 * is that the person pressed 解决了 afterwards on the same day.
 */
export function faceReports(db: Kysely<Tables>): Pick<Reports, 'faces'> {
  return {
    async faces(span) {
      const checked = db
        .selectFrom('asked')
        .select(({ fn }) => [
          'talk',
          chinaDayOf(db, 'asked.at').as('day'),
          fn.min('seq').as('first'),
          fn.max(sql<number | null>`case when verdict is null then null else seq end`).as('judged'),
        ])
        .where('at', '>=', span.from)
        .where('at', '<', span.to)
        .where('diagnostic', '=', 'face-verification')
        .groupBy(['talk', 'day']);
      const solved = db
        .selectFrom('lines')
        .select('lines.seq')
        .where('lines.talk', '=', sql.ref<string>('checked.talk'))
        .where('lines.seq', '>', sql.ref<number>('checked.first'))
        .where('lines.speaker', '=', 'user')
        .where('lines.said', '=', phrases.solved)
        .where(chinaDayOf(db, 'lines.at'), '=', sql.ref<string>('checked.day'));
      const ended = db
        .selectFrom(checked.as('checked'))
        .leftJoin('asked as last', (on) =>
          on.onRef('last.talk', '=', 'checked.talk').onRef('last.seq', '=', 'checked.judged'),
        )
        .leftJoin(atDesk(db, span).as('desk'), (on) =>
          on.onRef('desk.talk', '=', 'checked.talk').onRef('desk.day', '=', 'checked.day'),
        )
        .select('checked.day')
        .select(
          sql<FaceEnding>`case
            when desk.talk is not null then 'person'
            when exists ${solved} then 'solved'
            when last.verdict = 'face-not-self' then 'not-self'
            when last.verdict = 'offer-human' then 'manual-review'
            when last.verdict = 'face-retry' then 'retry'
            else 'unfinished' end`.as('ending'),
        );
      const rows = await db
        .selectFrom(ended.as('ended'))
        .select(({ fn }) => ['day', 'ending', fn.countAll().as('conversations')])
        .groupBy(['day', 'ending'])
        .execute();
      return rows.map(({ conversations, ...row }) => ({ ...row, conversations: Number(conversations) }));
    },
  };
}
