import { type Kysely, sql } from 'kysely';
import type { Answered, ChannelName } from '../../bot/message.ts';
import type { RetentionStore } from '../../bot/retention-store.ts';
import { lines } from './lines.ts';
import type { Tables } from './tables.ts';

/** What is kept of an answer that its lines tell: the numbers of the first and the last of them. */
interface Thinned {
  readonly from: number;
  readonly to: number;
}

/** Keeping less of what is long over. */
export function retention(db: Kysely<Tables>): RetentionStore {
  return {
    async thinTurns(before, at, limit) {
      const old = await db
        .selectFrom('turns')
        .select(['talk', 'id', 'answered'])
        .where('thinned_at', 'is', null)
        .where('at', '<', before)
        .orderBy('at')
        .limit(limit)
        .execute();
      for (const { talk, id, answered } of old) {
        const thin = thinOf(JSON.parse(answered) as Answered);
        const isSame = thin !== undefined && (await answeredOf(db, talk, thin)) === answered;
        await db
          .updateTable('turns')
          .set({ thinned_at: at, ...(isSame && { answered: JSON.stringify(thin) }) })
          .where('talk', '=', talk)
          .where('id', '=', id)
          .execute();
      }
      return old.length;
    },

    async forgetDeliveries(before, limit) {
      const settled = await db
        .selectFrom('outbox')
        .select(['talk', 'seq'])
        .where('settled', 'is not', null)
        .where(sql<boolean>`settled <> 'dead'`)
        .where('settled_at', '<', before)
        .orderBy('settled_at')
        .limit(limit)
        .execute();
      for (const { talk, seq } of settled) {
        await db.deleteFrom('outbox').where('talk', '=', talk).where('seq', '=', seq).execute();
      }
      return settled.length;
    },

    async silentSince(before, limit) {
      const rows = await db
        .selectFrom('talks')
        .select(['id', 'channel', 'room', 'person'])
        // Written out, so that both databases see that the index of ages fits.
        .where(sql<boolean>`state in ('bot', 'resolved', 'closed')`)
        .where('spoken_at', '<', before)
        .orderBy('spoken_at')
        .limit(limit)
        .execute();
      return rows.map(({ id, channel, room, person }) => ({
        id,
        talk: { channel: channel as ChannelName, room, user: person },
      }));
    },
  };
}

/** An answer as it was given, from what is kept of it. */
export async function wholeAnswer(db: Kysely<Tables>, talk: string, kept: string): Promise<Answered> {
  const read = JSON.parse(kept) as Answered | Thinned;
  return 'from' in read ? (JSON.parse(await answeredOf(db, talk, read)) as Answered) : read;
}

function thinOf({ messages }: Answered): Thinned | undefined {
  const [first, last] = [messages[0], messages.at(-1)];
  return first && last && { from: first.seq, to: last.seq };
}

async function answeredOf(db: Kysely<Tables>, talk: string, { from, to }: Thinned): Promise<string> {
  const messages = await lines(db).lines(talk, from - 1, to - from + 1);
  return JSON.stringify({ messages, outcome: messages.at(-1)?.outcome });
}
