import type { Kysely, Selectable } from 'kysely';
import type { Facts } from '../../bot/facts.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Store, TalkRecord } from '../../bot/ports.ts';
import { lineOf, lineToRow } from './line-row.ts';
import type { Tables, TalksTable } from './tables.ts';

/** Opening and finding conversations. Opening one whose id or place exists already throws. */
export function talks(db: Kysely<Tables>): Pick<Store, 'open' | 'byId' | 'byTalk' | 'byToken' | 'setContext'> {
  const wanted = db
    .selectFrom('talks')
    .select(['id', 'channel', 'room', 'person', 'opened_at', 'seq', 'facts', 'memory', 'context']);

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
            seq: lines.length,
            facts: '{}',
            memory: '{}',
            context: '{}',
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
      return recordOf(await wanted.where('id', '=', id).executeTakeFirst());
    },

    async byTalk({ channel, room, user }) {
      return recordOf(
        await wanted
          .where('channel', '=', channel)
          .where('room', '=', room)
          .where('person', '=', user)
          .executeTakeFirst(),
      );
    },

    async byToken(id, tokenHash) {
      return recordOf(await wanted.where('id', '=', id).where('token_hash', '=', tokenHash).executeTakeFirst());
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

function recordOf(row: Omit<Selectable<TalksTable>, 'token_hash'> | undefined): TalkRecord | undefined {
  if (!row) return undefined;
  return {
    id: row.id,
    talk: { channel: row.channel as ChannelName, room: row.room, user: row.person },
    openedAt: row.opened_at,
    seq: row.seq,
    facts: JSON.parse(row.facts) as Facts,
    memory: JSON.parse(row.memory) as Record<string, unknown>,
    context: JSON.parse(row.context) as Record<string, unknown>,
  };
}
