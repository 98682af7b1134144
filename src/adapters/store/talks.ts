import type { Kysely } from 'kysely';
import type { Talk } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';
import { compiledOnce } from './compiled-once.ts';
import { lineOf, lineToRow } from './line-row.ts';
import { RECORD_COLUMNS, recordOf } from './record.ts';
import type { Tables } from './tables.ts';

/** Opening and finding conversations. Opening one whose id or place exists already throws. */
export function talks(
  db: Kysely<Tables>,
): Pick<Store, 'open' | 'byId' | 'byTalk' | 'byToken' | 'setToken' | 'setContext'> {
  const wanted = db.selectFrom('talks').select([...RECORD_COLUMNS]);
  const byId = compiledOnce(db, ({ id }: { readonly id: string }) => wanted.where('id', '=', id));
  const byTalk = compiledOnce(db, ({ channel, room, user }: Talk) =>
    wanted.where('channel', '=', channel).where('room', '=', room).where('person', '=', user),
  );
  const byToken = compiledOnce(db, ({ id, tokenHash }: { readonly id: string; readonly tokenHash: string }) =>
    wanted.where('id', '=', id).where('token_hash', '=', tokenHash),
  );

  return {
    async open({ id, talk, at, tokenHash, welcome }) {
      const lines = welcome.map((reply, index) => lineOf(index + 1, at, 'bot', reply));
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('talks')
          .values({
            id,
            channel: talk.channel,
            room: talk.room,
            person: talk.user,
            token_hash: tokenHash,
            opened_at: at,
            spoken_at: at,
            seq: lines.length,
            facts: '{}',
            memory: '{}',
            context: '{}',
            state: 'bot',
            epoch: 0,
            told: '{}',
          })
          .execute();
        if (lines.length === 0) return;
        await transaction
          .insertInto('lines')
          .values(lines.map((line) => lineToRow(id, line)))
          .execute();
      });
      return lines;
    },

    async byId(id) {
      const [row] = await byId({ id });
      return row && recordOf(row);
    },

    async byTalk(talk) {
      const [row] = await byTalk(talk);
      return row && recordOf(row);
    },

    async byToken(id, tokenHash) {
      const [row] = await byToken({ id, tokenHash });
      return row && recordOf(row);
    },

    async setToken(id, tokenHash) {
      await db.updateTable('talks').set({ token_hash: tokenHash }).where('id', '=', id).execute();
    },

    async setContext(id, context) {
      await db
        .updateTable('talks')
        .set({ context: JSON.stringify(context) })
        .where('id', '=', id)
        .execute();
    },
  };
}
