import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OutcomeKind } from '../../bot/message.ts';
import type { Day, SupervisionStore } from '../../bot/supervision.ts';
import { later } from '../../handoff/later.ts';
import type { Tables } from './tables.ts';

/** A late turn is stored under the moment at which it was asked for, which is before what moved meanwhile. Milliseconds. */
const OVERLAP = 60_000;
/** The people of the desk have nothing to do with it. */
const NOT_AT_DESK = ['bot', 'resolved', 'closed'] as const;

/** Written out, since the indexes of transitions hold these rows alone. */
const TRANSITION = sql.lit('transition');

/** A talk as no index has it: SQLite would otherwise go through all days in the order of talks, only to sort nothing. */
function unordered(column: string): RawBuilder<string> {
  return sql<string>`coalesce(${sql.ref(column)}, '')`;
}

/** The figures of a day, each found by an index on time: of talks, of turns, of transitions, of waits. */
export function today(db: Kysely<Tables>): Pick<SupervisionStore, 'dayFigures'> {
  const moved = ({ from }: Day) => db.selectFrom('talks').where('moved_at', '>=', later(from, -OVERLAP));
  const transitions = ({ from }: Day) =>
    db
      .selectFrom('audit')
      // Erased conversations are counted nowhere else either.
      .innerJoin('talks', 'talks.id', 'audit.talk')
      .where('audit.what', '=', TRANSITION)
      .where('audit.at', '>=', from)
      .select(sql<number>`count(distinct ${unordered('audit.talk')})`.as('counted'));

  const conversations = (day: Day) =>
    moved(day)
      .select(({ fn }) => fn.countAll<number>().as('counted'))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('lines')
            .select('lines.seq')
            .whereRef('lines.talk', '=', 'talks.id')
            .where('lines.speaker', '=', 'user')
            .where('lines.at', '>=', day.from),
        ),
      );

  const handedOver = (day: Day) =>
    transitions(day).where(({ and, not, or, eb }) => {
      const went = (way: 'from' | 'to') =>
        or(NOT_AT_DESK.map((state) => eb('audit.detail', 'like', `%"${way}":"${state}"%`)));
      return and([went('from'), not(went('to'))]);
    });

  const solvedByPeople = (day: Day) =>
    transitions(day)
      .where('talks.state', 'in', [...NOT_AT_DESK])
      .where('audit.detail', 'like', '%"to":"resolved"%')
      .where(({ or, eb }) => or(['solved', 'advised'].map((code) => eb('audit.detail', 'like', `%"code":"${code}"%`))));

  const answered = (day: Day) =>
    moved(day)
      .innerJoin('tickets', 'tickets.talk', 'talks.id')
      .select(({ fn }) => fn.countAll<number>().as('counted'))
      .where('done_at', '>=', day.from);

  const open = db
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('counted'))
    .where('done_at', 'is', null);

  return {
    async dayFigures(day) {
      const waits = await db.selectFrom('waits').select('ms').where('at', '>=', day.from).execute();
      return {
        conversations: await counted(conversations(day)),
        solvedByBot: await counted(solvedByBot(db, day)),
        handedOver: await counted(handedOver(day)),
        solvedByPeople: await counted(solvedByPeople(day)),
        ticketsOpen: await counted(open),
        ticketsAnswered: await counted(answered(day)),
        waits: waits.map(({ ms }) => ms),
      };
    },
  };
}

/** Turns that answer, and those that leave the question open. Courtesies are neither. */
const ANSWERING: readonly OutcomeKind[] = ['answer', 'finding'];
const OPENING: readonly OutcomeKind[] = [
  'not-covered',
  'clarify',
  'ask',
  'refuse',
  'declined',
  'handoff-offered',
  'handoff',
];

/**
 * The last thing that was asked was answered, nobody judged that answer as no help, no person was involved that day,
 * and nothing was said since.
 */
function solvedByBot(db: Kysely<Tables>, { from, quietSince }: Day) {
  const last = db
    .selectFrom('asked')
    .where('asked.at', '>=', from)
    .groupBy(unordered('asked.talk'))
    .select([
      unordered('asked.talk').as('talk'),
      ({ fn, eb }) =>
        fn
          .max(
            eb
              .case()
              .when('kind', 'in', [...ANSWERING])
              .then(eb.ref('asked.seq'))
              .end(),
          )
          .as('answered'),
      ({ fn, eb }) =>
        fn
          .max(
            eb
              .case()
              .when('kind', 'in', [...OPENING])
              .then(eb.ref('asked.seq'))
              .end(),
          )
          .as('left_open'),
    ])
    .as('last');
  return db
    .selectFrom(last)
    .innerJoin('talks', 'talks.id', 'last.talk')
    .select(({ fn }) => fn.countAll<number>().as('counted'))
    .where('last.answered', 'is not', null)
    .where(({ or, eb }) => or([eb('last.left_open', 'is', null), eb('last.answered', '>', eb.ref('last.left_open'))]))
    .where('talks.state', 'in', ['bot', 'closed'])
    .where(({ or, eb }) => or([eb('talks.state', '=', 'closed'), eb('talks.spoken_at', '<=', quietSince)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feedback')
            .select('feedback.seq')
            .whereRef('feedback.talk', '=', 'last.talk')
            .whereRef('feedback.seq', '=', 'last.answered')
            .where('helpful', '=', 0),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit')
            .select('audit.id')
            .whereRef('audit.talk', '=', 'last.talk')
            .where('audit.what', '=', TRANSITION)
            .where('audit.at', '>=', from)
            .where('audit.detail', 'not like', '%"to":"closed"%'),
        ),
      ),
    );
}

async function counted(query: {
  executeTakeFirst(): Promise<{ readonly counted: number | string | bigint } | undefined>;
}): Promise<number> {
  // PostgreSQL's driver gives a count as text.
  return Number((await query.executeTakeFirst())?.counted ?? 0);
}
