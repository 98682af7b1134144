import type { Kysely, Transaction } from 'kysely';
import type { Erased, Store } from '../../bot/ports.ts';
import { type AuditEntry, addAudit } from './audit.ts';
import type { Tables } from './tables.ts';

/** Erasing a conversation. `erased` runs once the rows are gone. */
export function erasure(db: Kysely<Tables>, erased: () => Promise<void>): Pick<Store, 'erase'> {
  return {
    async erase(id, at = new Date().toISOString(), who = 'user') {
      const receipt = await db.transaction().execute(async (transaction) => {
        // Holds the row, so that a turn under way either comes whole before or finds nothing to write to.
        await transaction.updateTable('talks').set({ token_hash: null }).where('id', '=', id).execute();
        const counted = await emptyTalk(transaction, id);
        const { numDeletedRows } = await transaction.deleteFrom('talks').where('id', '=', id).executeTakeFirst();
        if (numDeletedRows > 0n) await addAudit(transaction, erasedBy(id, at, who));
        return counted;
      });
      await erased();
      return receipt;
    },
  };
}

/** Deletes all that hangs on a talk, not the talk itself, and counts what a person knows of. Feedback goes with its line. */
export async function emptyTalk(transaction: Transaction<Tables>, id: string): Promise<Erased> {
  await forgetMedia(transaction, id);
  await transaction.deleteFrom('turns').where('talk', '=', id).execute();
  await transaction.deleteFrom('asked').where('talk', '=', id).execute();
  await transaction.deleteFrom('announced').where('talk', '=', id).execute();
  await transaction.deleteFrom('gaps').where('talk', '=', id).execute();
  await transaction.deleteFrom('notes').where('talk', '=', id).execute();
  await transaction.deleteFrom('outbox').where('talk', '=', id).execute();
  await transaction.deleteFrom('mails').where('talk', '=', id).execute();
  await transaction.deleteFrom('ratings').where('talk', '=', id).execute();
  await transaction.deleteFrom('waits').where('talk', '=', id).execute();
  await transaction.deleteFrom('phone_codes').where('talk', '=', id).execute();
  const tickets = await transaction.deleteFrom('tickets').where('talk', '=', id).executeTakeFirst();
  const lines = await transaction.deleteFrom('lines').where('talk', '=', id).executeTakeFirst();
  return { messages: Number(lines.numDeletedRows), pictures: 0, cases: Number(tickets.numDeletedRows) };
}

/** That it happened, without a word of what was erased. */
export function erasedBy(talk: string, at: string, who: 'user' | 'system'): AuditEntry {
  return { at, who, what: 'erase', talk };
}

/** What adapters of vendors remember under the name of a talk: which pictures they could fetch again, what was sent last. */
const OF_TALK = ['media:dingtalk:', 'media:wechat:', 'media:wecom:', 'wecom:sent-last:', 'wecom:hand-on:'];

/** Forgets it, so that nothing of the talk can be fetched from a vendor again. */
export async function forgetMedia(transaction: Transaction<Tables>, id: string): Promise<void> {
  const names = OF_TALK.map((name) => `${name}${id}`);
  await transaction.deleteFrom('vendor_memory').where('name', 'in', names).execute();
}
