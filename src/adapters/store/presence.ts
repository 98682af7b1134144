import type { Kysely, Transaction } from 'kysely';
import type { CaseStore } from '../../bot/case-store.ts';
import type { Case } from '../../handoff/case.ts';
import { hasCase } from './first-of-each.ts';
import type { Tables } from './tables.ts';

/** Who is on duty, and what is set while the service runs. */
export function presence(
  db: Kysely<Tables>,
): Pick<CaseStore, 'setPresence' | 'seen' | 'loads' | 'presences' | 'setting' | 'set'> {
  return {
    async setPresence({ agent, available, capacity, seenAt }) {
      const values = { available: available ? 1 : 0, capacity, seen_at: seenAt };
      await db
        .insertInto('presence')
        .values({ agent, ...values })
        .onConflict((again) => again.column('agent').doUpdateSet(values))
        .execute();
    },

    async seen(agent, at) {
      await db
        .insertInto('presence')
        .values({ agent, available: 0, capacity: 0, seen_at: at })
        .onConflict((again) => again.column('agent').doUpdateSet({ seen_at: at }))
        .execute();
    },

    async loads() {
      const rows = await db
        .selectFrom('talks')
        .select(['owner', ({ fn }) => fn.countAll().as('held')])
        .where('owner', 'is not', null)
        .groupBy('owner')
        .execute();
      return new Map(rows.map(({ owner, held }) => [owner ?? '', Number(held)]));
    },

    async presences() {
      const rows = await db.selectFrom('presence').selectAll().orderBy('agent').execute();
      return rows.map(({ agent, available, capacity, seen_at }) => ({
        agent,
        available: available === 1,
        capacity,
        seenAt: seen_at,
      }));
    },

    async setting(name) {
      const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
      return row && (JSON.parse(row.value) as unknown);
    },

    async set(name, value, at) {
      const values = { value: JSON.stringify(value), at };
      await db
        .insertInto('settings')
        .values({ name, ...values })
        .onConflict((again) => again.column('name').doUpdateSet(values))
        .execute();
    },
  };
}

/**
 * Whether an agent can take one more, with what rings at them. Of two transactions that ask for the same agent, the
 * second one waits for the first.
 */
export async function hasRoom(transaction: Transaction<Tables>, agent: string): Promise<boolean> {
  const present = await transaction
    .updateTable('presence')
    .set(({ ref }) => ({ seen_at: ref('seen_at') }))
    .where('agent', '=', agent)
    .returning('capacity')
    .executeTakeFirst();
  if (!present) return false;
  const rows = await transaction
    .selectFrom('talks')
    .select('life')
    .where(({ eb, or, and }) => or([eb('owner', '=', agent), and([eb('state', '=', 'ringing'), hasCase()])]))
    .execute();
  const lives = rows.flatMap(({ life }) => (life === null ? [] : [JSON.parse(life) as Case]));
  const theirs = lives.filter(({ owner, ringing }) => owner === agent || ringing?.agent === agent);
  return theirs.length < present.capacity;
}
