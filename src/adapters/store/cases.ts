import { type Kysely, sql, type Transaction } from 'kysely';
import type { CaseStore, Move } from '../../bot/case-store.ts';
import { asWaiting } from '../../bot/desk-view.ts';
import { type Answered, type Line, outcome } from '../../bot/message.ts';
import type { Case, CaseState } from '../../handoff/case.ts';
import { addAudit } from './audit.ts';
import { firstOfEach, hasCase } from './first-of-each.ts';
import { lineOf, lineToRow } from './line-row.ts';
import { answerTickets } from './mails.ts';
import { markTold, unlessTold } from './mark-told.ts';
import { addNotes } from './notes.ts';
import { putUnderWay } from './outbox.ts';
import { hasRoom } from './presence.ts';
import { caseColumns, RECORD_COLUMNS, recordOf } from './record.ts';
import type { Tables } from './tables.ts';
import { transitions } from './transitions.ts';

/** More than any desk has at a time. */
const MOST = 10_000;
const WAITING = ['queued', 'ringing'] as const satisfies readonly CaseState[];

/** The lives of cases: changing them, and finding those that want something. */
export function cases(
  db: Kysely<Tables>,
): Pick<CaseStore, 'move' | 'cases' | 'waiting' | 'due' | 'movedSince' | 'waits' | 'block' | 'markRead' | 'rate'> {
  const wanted = db.selectFrom('talks').select([...RECORD_COLUMNS]);
  return {
    move: (move) => unlessTold(db.transaction().execute((transaction) => moved(transaction, move))),

    async cases(states, { owner, limit = MOST, latest = false } = {}) {
      const order = latest ? 'desc' : 'asc';
      let query = wanted;
      if (owner !== undefined) query = query.where('owner', '=', owner);
      // Those that are over grow for ever.
      if (latest) query = query.where('talks.id', 'in', latestOf(db, states, limit));
      else {
        query = query.where('state', 'in', [...states]);
        if (!states.includes('bot')) query = query.where(hasCase());
      }
      return (await query.orderBy('spoken_at', order).orderBy('talks.id', order).limit(limit).execute()).map(recordOf);
    },

    async waiting() {
      const query = db.selectFrom('talks').select(['id', 'life']).where('state', 'in', WAITING).where(hasCase());
      const rows = await query.orderBy('spoken_at').orderBy('id').limit(MOST).execute();
      return rows.map(({ id, life }) => asWaiting({ id, case: JSON.parse(life ?? '') as Case }));
    },

    async due(at) {
      return (await wanted.where('due_at', '<=', at).orderBy('due_at').execute()).map(recordOf);
    },

    async movedSince(at, limit) {
      const query = wanted.where('moved_at', '>=', at).where('epoch', '>', 0);
      return (await query.orderBy('moved_at').limit(limit).execute()).map(recordOf);
    },

    async waits(limit) {
      const rows = await db.selectFrom('waits').select('ms').orderBy('at', 'desc').limit(limit).execute();
      return rows.map(({ ms }) => ms);
    },

    async markRead(id, reader, seq) {
      const column = reader === 'user' ? 'read_user' : 'read_agent';
      await db
        .updateTable('talks')
        .set({ [column]: seq })
        .where('id', '=', id)
        .where(column, '<', seq)
        .where('seq', '>=', seq)
        .execute();
    },

    async rate(id, { score, said }, at) {
      const record = await wanted.where('id', '=', id).executeTakeFirst();
      if (!record) return;
      const values = { at, score, said, agent: recordOf(record).case.lastOwner };
      await db
        .insertInto('ratings')
        .values({ talk: id, ...values })
        .onConflict((again) => again.column('talk').doUpdateSet(values))
        .execute();
    },

    async block(id, at) {
      await db.updateTable('talks').set({ blocked_at: at }).where('id', '=', id).execute();
    },
  };
}

function latestOf(db: Kysely<Tables>, states: readonly CaseState[], limit: number) {
  const each = states.map((state) => {
    const query = db.selectFrom('talks').select('talks.id').where('state', '=', state);
    return (state === 'bot' ? query : query.where(hasCase()))
      .orderBy('spoken_at', 'desc')
      .orderBy('talks.id', 'desc')
      .limit(limit);
  });
  return firstOfEach(db, each) ?? db.selectFrom('talks').select('talks.id').limit(0);
}

async function moved(transaction: Transaction<Tables>, move: Move): Promise<readonly Line[] | undefined> {
  const { id, at, was, next, wasTold, room, by, told, lines, notes, facts, message, waited } = move;
  if (room !== undefined && !(await hasRoom(transaction, room))) return undefined;
  const held = await transaction
    .updateTable('talks')
    .set({
      ...caseColumns(next),
      told: JSON.stringify(told),
      seq: sql<number>`seq + ${sql.lit(lines.length)}`,
      moved_at: at,
      ...(lines.length > 0 && { spoken_at: at }),
      ...(facts && { facts: JSON.stringify(facts) }),
    })
    .where('id', '=', id)
    .where('epoch', '=', was.epoch)
    .where('told', '=', JSON.stringify(wasTold))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('turns')
            .select('turns.id')
            .where('turns.talk', '=', id)
            .where('turns.id', '=', message?.id ?? null),
        ),
      ),
    )
    .returning('seq')
    .executeTakeFirst();
  if (!held) return undefined;
  const added = lines.map(({ by, name, reply }, index) =>
    lineOf(held.seq - lines.length + index + 1, at, by, reply, { ...(name !== undefined && { name }) }),
  );
  if (added.length > 0) {
    await transaction
      .insertInto('lines')
      .values(added.map((line) => lineToRow(id, line)))
      .execute();
    const holds = lines.flatMap((line, at) => (line.holds ? [[added[at]?.seq ?? 0, line.holds] as const] : []));
    const unsent = added.filter((_line, index) => !lines[index]?.carried);
    await putUnderWay(transaction, id, unsent, next.epoch, new Map(holds));
    await answerTickets(transaction, move, added);
  }
  if (move.announces !== undefined) {
    await markTold(transaction, { talk: id, announcements: [move.announces], at, sent: true });
  }
  if (next.owner !== null) await withdraw(transaction, id, at);
  await addNotes(transaction, id, notes, at);
  await addAudit(transaction, ...transitions(id, at, was, next, by));
  if (message) {
    await transaction
      .insertInto('turns')
      .values({ talk: id, id: message.id, at, digest: message.digest, answered: answeredBy(added) })
      .execute();
  }
  if (waited !== undefined) {
    await transaction
      .insertInto('waits')
      .values({ talk: id, at, ms: Math.round(waited) })
      .onConflict((again) => again.doNothing())
      .execute();
  }
  return added;
}

/** What an agent said, in the form in which turns are kept. */
function answeredBy(messages: readonly Line[]): string {
  return JSON.stringify({ messages, outcome: outcome('silent', { handoff: 'agent' }) } satisfies Answered);
}

/** Once a person has the talk, nothing of the assistant's that is still under way arrives. */
async function withdraw(transaction: Transaction<Tables>, talk: string, at: string): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ settled: 'drafted', settled_at: at })
    .where('talk', '=', talk)
    .where('speaker', '=', 'bot')
    .where('settled', 'is', null)
    .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', at)]))
    .execute();
}
