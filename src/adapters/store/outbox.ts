import type { Kysely, Transaction } from 'kysely';
import type { CaseStore } from '../../bot/case-store.ts';
import type { Line } from '../../bot/message.ts';
import type { Tables } from './tables.ts';

/** These people fetch their lines themselves; everybody else has to be sent them. */
const FETCHING: readonly string[] = ['web', 'terminal'];

/** Lines that are under way to people. */
export function outbox(db: Kysely<Tables>): Pick<CaseStore, 'deliveries' | 'lease' | 'settle' | 'postpone'> {
  return {
    async deliveries(at, limit) {
      const rows = await db
        .selectFrom('outbox')
        .select(['talk', 'seq', 'speaker', 'epoch', 'holds', 'tries', 'due_at'])
        .where('settled', 'is', null)
        .where('due_at', '<=', at)
        .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
        // In order: while an earlier one is under way, the later ones of its talk wait.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('outbox as earlier')
                .select('earlier.seq')
                .whereRef('earlier.talk', '=', 'outbox.talk')
                .whereRef('earlier.seq', '<', 'outbox.seq')
                .where('earlier.settled', 'is', null),
            ),
          ),
        )
        .orderBy('due_at')
        .orderBy('talk')
        .limit(limit)
        .execute();
      return rows.map(({ speaker, due_at, holds, ...row }) => ({
        ...row,
        by: speaker,
        dueAt: due_at,
        ...(holds !== null && { holds }),
      }));
    },

    async lease({ talk, seq, tries }, at, until) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ leased_until: until })
        .where('talk', '=', talk)
        .where('seq', '=', seq)
        .where('tries', '=', tries)
        .where('settled', 'is', null)
        .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
        .where(({ eb, or, exists, selectFrom }) =>
          or([
            eb('speaker', '<>', 'bot'),
            exists(selectFrom('talks').select('talks.id').where('talks.id', '=', talk).where('owner', 'is', null)),
          ]),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async settle({ talk, seq }, how, at, fault) {
      await db
        .updateTable('outbox')
        .set({ settled: how, settled_at: at, ...(fault !== undefined && { fault }) })
        .where('talk', '=', talk)
        .where('seq', '=', seq)
        .where('settled', 'is', null)
        .execute();
    },

    async postpone({ talk, seq }, tries, dueAt, fault) {
      await db
        .updateTable('outbox')
        .set({ tries, due_at: dueAt, fault, leased_until: null })
        .where('talk', '=', talk)
        .where('seq', '=', seq)
        .where('settled', 'is', null)
        .execute();
    },
  };
}

/** Puts our lines of a talk under way, where its channel has to be sent them. */
export async function putUnderWay(
  transaction: Transaction<Tables>,
  talk: string,
  lines: readonly Line[],
  epoch: number,
  holds: ReadonlyMap<number, 'waiting' | 'epoch'> = new Map(),
): Promise<void> {
  const ours = lines.filter(({ by }) => by !== 'user');
  if (ours.length === 0) return;
  const { channel } = await transaction
    .selectFrom('talks')
    .select('channel')
    .where('id', '=', talk)
    .executeTakeFirstOrThrow();
  if (FETCHING.includes(channel)) return;
  await transaction
    .insertInto('outbox')
    .values(
      ours.map(({ seq, by, at }) => ({
        talk,
        seq,
        speaker: by as 'bot' | 'agent' | 'system',
        epoch,
        holds: holds.get(seq) ?? null,
        tries: 0,
        due_at: at,
        leased_until: null,
        settled: null,
        settled_at: null,
        fault: null,
      })),
    )
    .execute();
}
