import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { AskedTurn } from './asked-turn.ts';
import type { Tables } from './tables.ts';

type Asked = SelectQueryBuilder<Tables, 'asked', object>;

/** Turns of the assistant with the words that they answered, and what people thought of them. */
export async function askedTurns(db: Kysely<Tables>, among: (asked: Asked) => Asked): Promise<readonly AskedTurn[]> {
  // The last line of the person before the end of the turn; one of another moment belongs to another turn.
  const said = sql<number>`(select max(own.seq) from lines as own
    where own.talk = asked.talk and own.seq < asked.seq and own.speaker = 'user' and own.at = asked.at)`;
  const turns = among(db.selectFrom('asked'))
    .select(['asked.talk', 'asked.seq', 'asked.at', 'asked.kind', 'asked.entries'])
    .select([
      said.as('said'),
      sql<number>`case when exists (select 1 from feedback as voted
        join lines as judged on judged.talk = voted.talk and judged.seq = voted.seq
        where voted.talk = asked.talk and voted.seq <= asked.seq and voted.helpful = 0 and judged.at = asked.at
          and voted.seq > coalesce((select max(past.seq) from asked as past
            where past.talk = asked.talk and past.seq < asked.seq), 0)) then 1 else 0 end`.as('unhelpful'),
    ]);
  const rows = await db
    .selectFrom(turns.as('turn'))
    .leftJoin('lines as own', (on) => on.onRef('own.talk', '=', 'turn.talk').onRef('own.seq', '=', 'turn.said'))
    .select(['turn.talk', 'turn.seq', 'turn.at', 'turn.kind', 'turn.entries', 'turn.unhelpful', 'own.said as text'])
    .select((eb) =>
      eb
        .selectFrom('lines as offer')
        .select('offer.choices')
        .whereRef('offer.talk', '=', 'turn.talk')
        .whereRef('offer.seq', '<', 'turn.said')
        .where('offer.choices', 'is not', null)
        .orderBy('offer.seq', 'desc')
        .limit(1)
        .as('choices'),
    )
    .orderBy('turn.talk')
    .orderBy('turn.seq')
    .execute();
  return rows.map(({ text, choices, entries, unhelpful, ...row }) => ({
    ...row,
    entries: JSON.parse(entries) as number[],
    text: text === '' ? null : text,
    pressed: text !== null && choices !== null && (JSON.parse(choices) as string[]).includes(text),
    unhelpful: Number(unhelpful) === 1,
  }));
}
