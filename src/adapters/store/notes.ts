import { type Kysely, sql, type Transaction } from 'kysely';
import type { CaseStore, NewNote } from '../../bot/case-store.ts';
import type { Tables } from './tables.ts';

/** What only the desk sees. */
export function notes(db: Kysely<Tables>): Pick<CaseStore, 'note' | 'notes'> {
  return {
    async note(id, note, at) {
      await db.transaction().execute((transaction) => addNotes(transaction, id, [note], at));
    },

    async notes(id) {
      const rows = await db
        .selectFrom('notes')
        .select(['nth', 'at', 'after', 'kind', 'author', 'body'])
        .where('talk', '=', id)
        .orderBy('nth')
        .execute();
      return rows.map((row) => ({ ...row, body: JSON.parse(row.body) as Record<string, unknown> }));
    },
  };
}

/** Adds notes after the last line there is now. The talk's row must be held by this transaction. */
export async function addNotes(
  transaction: Transaction<Tables>,
  talk: string,
  added: readonly NewNote[],
  at: string,
): Promise<void> {
  if (added.length === 0) return;
  // Takes hold of the talk, so that no two number their notes alike.
  const held = await transaction
    .updateTable('talks')
    .set({ seq: sql<number>`seq`, moved_at: at })
    .where('id', '=', talk)
    .returning('seq')
    .executeTakeFirst();
  if (!held) return;
  const last = await transaction
    .selectFrom('notes')
    .select(({ fn }) => fn.max('nth').as('nth'))
    .where('talk', '=', talk)
    .executeTakeFirst();
  const rows = added.map(({ kind, author, body }, index) => ({
    talk,
    nth: Number(last?.nth ?? 0) + index + 1,
    at,
    after: held.seq,
    kind,
    author,
    body: JSON.stringify(body),
  }));
  await transaction.insertInto('notes').values(rows).execute();
}
