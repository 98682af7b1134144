import type { Kysely, Transaction } from 'kysely';
import type { CaseStore } from '../../bot/case-store.ts';
import type { Line } from '../../bot/message.ts';
import { later } from '../../handoff/later.ts';
import { PARKED } from '../../handoff/outbox.ts';
import type { Tables } from './tables.ts';

/** No sending and no mail keeps others away for longer, in milliseconds. */
const LEASED_AT_MOST = 60_000;
const MAILED_AT_MOST = 120_000;

/** These people fetch their lines themselves; everybody else has to be sent them. */
const FETCHING: readonly string[] = ['web', 'terminal'];

type OfOutbox =
  | 'deliveries'
  | 'lease'
  | 'settle'
  | 'postpone'
  | 'underWay'
  | 'renew'
  | 'release'
  | 'begun'
  | 'unpark'
  | 'clockWentBack';

/** Lines that are under way to people. */
export function outbox(db: Kysely<Tables>): Pick<CaseStore, OfOutbox> {
  const open = (talk: string, seq: number) =>
    db.updateTable('outbox').where('talk', '=', talk).where('seq', '=', seq).where('settled', 'is', null);
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

    async underWay(talk) {
      const rows = await db
        .selectFrom('outbox')
        .select(['seq', 'speaker', 'epoch', 'holds', 'tries', 'due_at', 'leased_until', 'parts'])
        .where('talk', '=', talk)
        .where('settled', 'is', null)
        .orderBy('seq')
        .execute();
      return rows.map(({ speaker, due_at, leased_until, holds, ...row }) => ({
        ...row,
        talk,
        by: speaker,
        dueAt: due_at,
        leasedUntil: leased_until,
        ...(holds !== null && { holds }),
      }));
    },

    async renew(talk, until) {
      await db
        .updateTable('outbox')
        .set({ leased_until: until })
        .where('talk', '=', talk)
        .where('settled', 'is', null)
        .where('leased_until', 'is not', null)
        .execute();
    },

    async release({ talk, seq }) {
      await open(talk, seq).set({ leased_until: null }).execute();
    },

    async begun({ talk, seq }, parts) {
      await open(talk, seq).set({ parts }).execute();
    },

    async unpark(talk, at) {
      await db
        .updateTable('outbox')
        .set({ due_at: at })
        .where('talk', '=', talk)
        .where('settled', 'is', null)
        .where('due_at', '=', PARKED)
        .execute();
    },

    async clockWentBack(from, to) {
      // What a channel still carries back itself waits for its own moment; nobody has it leased that long.
      await db
        .updateTable('outbox')
        .set({ due_at: to, leased_until: null })
        .where('settled', 'is', null)
        .where('due_at', '<>', PARKED)
        .where(({ eb, or }) => or([eb('tries', '>', 0), eb('due_at', '<=', from)]))
        .where(({ eb, or }) => or([eb('due_at', '>', to), eb('leased_until', '>', later(to, LEASED_AT_MOST))]))
        .execute();
      await db
        .updateTable('mails')
        .set({ due_at: to })
        .where('settled', 'is', null)
        .where('due_at', '>', later(to, MAILED_AT_MOST))
        .execute();
    },

    async settle({ talk, seq }, how, at, fault) {
      await open(talk, seq)
        .set({ settled: how, settled_at: at, ...(fault !== undefined && { fault }) })
        .execute();
    },

    async postpone({ talk, seq }, tries, dueAt, fault) {
      await open(talk, seq).set({ tries, due_at: dueAt, fault, leased_until: null }).execute();
    },
  };
}

/** Puts our lines of a talk under way, where its channel has to be sent them; not before `from`. */
export async function putUnderWay(
  transaction: Transaction<Tables>,
  talk: string,
  lines: readonly Line[],
  epoch: number,
  holds: ReadonlyMap<number, 'waiting' | 'epoch'> = new Map(),
  from?: string,
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
        due_at: from ?? at,
        leased_until: null,
        settled: null,
        settled_at: null,
        fault: null,
      })),
    )
    .execute();
}
