import type { Kysely, Transaction } from 'kysely';
import type { AnswerMail, CaseStore, Move } from '../../bot/case-store.ts';
import type { Line } from '../../bot/message.ts';
import { PARKED } from '../../handoff/outbox.ts';
import type { Tables } from './tables.ts';

/** Answers to 留言 on their way by e-mail. */
export function mails(
  db: Kysely<Tables>,
): Pick<CaseStore, 'talkOf' | 'mails' | 'takeMail' | 'settleMail' | 'postponeMail' | 'sendings'> {
  const open = ({ talk, seq }: Pick<AnswerMail, 'talk' | 'seq'>) =>
    db.updateTable('mails').where('talk', '=', talk).where('seq', '=', seq).where('settled', 'is', null);
  return {
    async mails(at, limit) {
      const rows = await db
        .selectFrom('mails')
        .select(['talk', 'seq', 'ticket', 'tries', 'due_at'])
        .where('settled', 'is', null)
        .where('due_at', '<=', at)
        // In order: what was said later waits.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('mails as earlier')
                .select('earlier.seq')
                .whereRef('earlier.talk', '=', 'mails.talk')
                .whereRef('earlier.seq', '<', 'mails.seq')
                .where('earlier.settled', 'is', null),
            ),
          ),
        )
        .orderBy('due_at')
        .orderBy('talk')
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }));
    },

    async takeMail(mail, until) {
      const { numUpdatedRows } = await open(mail)
        .set({ due_at: until })
        .where('due_at', '=', mail.dueAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async settleMail(mail, how, at, fault) {
      await open(mail)
        .set({ settled: how, settled_at: at, ...(fault !== undefined && { fault }) })
        .execute();
    },

    async postponeMail(mail, tries, dueAt, fault) {
      await open(mail).set({ tries, due_at: dueAt, fault }).execute();
    },

    async talkOf(ticket) {
      const found = await db.selectFrom('tickets').select('talk').where('id', '=', ticket).executeTakeFirst();
      return found?.talk;
    },

    async sendings(talk) {
      const [pushed, mailed] = [
        await db.selectFrom('outbox').select(['seq', 'settled', 'due_at']).where('talk', '=', talk).execute(),
        await db.selectFrom('mails').select(['seq', 'settled']).where('talk', '=', talk).execute(),
      ];
      return [
        ...pushed.map(({ seq, settled, due_at }) => ({
          ...{ seq, settled, way: 'channel' as const },
          ...(settled === null && due_at === PARKED && { parked: true as const }),
        })),
        ...mailed.map((row) => ({ ...row, way: 'mail' as const })),
      ];
    },
  };
}

/** Marks 留言 as done by the agent's line among these, and puts it under way by e-mail where its writer wants that. */
export async function answerTickets(
  transaction: Transaction<Tables>,
  { id: talk, at, answers }: Pick<Move, 'id' | 'at' | 'answers'>,
  lines: readonly Line[],
): Promise<void> {
  const line = lines.findLast(({ by }) => by === 'agent');
  if (!answers || !line) return;
  const { tickets, mail } = answers;
  const done = tickets.length === 0 ? [] : await finished(transaction, talk, tickets, at);
  if (mail === undefined) return;
  const mailed = tickets.includes(mail) ? done.includes(mail) : await isThere(transaction, talk, mail);
  if (!mailed) return;
  const underWay = { tries: 0, due_at: at, settled: null, settled_at: null, fault: null };
  await transaction
    .insertInto('mails')
    .values({ talk, seq: line.seq, ticket: mail, ...underWay })
    .execute();
}

/** Those of these 留言 that were still open. */
async function finished(
  transaction: Transaction<Tables>,
  talk: string,
  tickets: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .updateTable('tickets')
    .set({ done_at: at })
    .where('talk', '=', talk)
    .where('id', 'in', [...tickets])
    .where('done_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

async function isThere(transaction: Transaction<Tables>, talk: string, ticket: string): Promise<boolean> {
  const found = await transaction
    .selectFrom('tickets')
    .select('id')
    .where('talk', '=', talk)
    .where('id', '=', ticket)
    .executeTakeFirst();
  return found !== undefined;
}
