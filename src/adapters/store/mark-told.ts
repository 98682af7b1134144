import type { Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Marks a conversation as told, in the transaction that tells it; rolls it back where somebody else did so first. */
export async function markTold(
  transaction: Transaction<Tables>,
  { talk, announcements: ids, at, sent }: MarkTold,
): Promise<void> {
  for (const announcement of ids) {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('announced')
      .values({ announcement, talk, at, sent: sent ? 1 : 0 })
      .onConflict((again) => again.doNothing())
      .executeTakeFirst();
    if ((numInsertedOrUpdatedRows ?? 0n) === 0n) throw new ToldBefore();
  }
}

class ToldBefore extends Error {}

/** What a transaction gives, or undefined where nothing happened since the conversation was told before. */
export async function unlessTold<T>(transaction: Promise<T>): Promise<T | undefined> {
  try {
    return await transaction;
  } catch (error) {
    if (error instanceof ToldBefore) return undefined;
    throw error;
  }
}

interface MarkTold {
  readonly talk: string;
  readonly announcements: readonly string[];
  readonly at: string;
  readonly sent: boolean;
}
