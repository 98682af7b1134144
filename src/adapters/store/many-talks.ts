import type { Kysely } from 'kysely';
import type { LastWord, SupervisionStore } from '../../bot/supervision.ts';
import type { Tables } from './tables.ts';

/** What is read of many conversations at once, where one by one would be hundreds of questions to the database. */
export function manyTalks(db: Kysely<Tables>): Pick<SupervisionStore, 'lastWords' | 'notesOf'> {
  return {
    async lastWords(talks) {
      if (talks.length === 0) return [];
      const last = db
        .selectFrom('lines')
        .where('talk', 'in', [...talks])
        .where('speaker', 'in', ['user', 'agent'])
        .groupBy(['talk', 'speaker'])
        .select(['talk', ({ fn }) => fn.max('seq').as('seq')])
        .as('last');
      const rows = await db
        .selectFrom(last)
        .innerJoin('lines', (join) => join.onRef('lines.talk', '=', 'last.talk').onRef('lines.seq', '=', 'last.seq'))
        .select(['lines.talk', 'lines.speaker', 'lines.at', 'lines.said', 'lines.files'])
        .execute();
      return rows.map(({ talk, speaker, at, said, files }) => ({
        talk,
        by: speaker as LastWord['by'],
        at,
        text: said,
        pictures: files === null ? 0 : (JSON.parse(files) as readonly unknown[]).length,
      }));
    },

    async notesOf(talks) {
      if (talks.length === 0) return [];
      const rows = await db
        .selectFrom('notes')
        .select(['talk', 'at', 'author', 'body'])
        .where('talk', 'in', [...talks])
        .where('kind', '=', 'note')
        .orderBy('talk')
        .orderBy('nth')
        .execute();
      return rows.map(({ body, ...row }) => ({ ...row, text: String((JSON.parse(body) as { text?: unknown }).text) }));
    },
  };
}
