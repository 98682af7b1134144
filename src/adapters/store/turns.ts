import type { Kysely, Transaction } from 'kysely';
import type { Answered } from '../../bot/message.ts';
import type { Commit, Store } from '../../bot/ports.ts';
import { askedRow } from './asked.ts';
import { addAudit } from './audit.ts';
import { compiledOnce } from './compiled-once.ts';
import { emptyTalk, erasedBy, forgetMedia } from './erasure.ts';
import { gapToRow } from './gaps.ts';
import { lineOf, lineToRow } from './line-row.ts';
import { markTold, unlessTold } from './mark-told.ts';
import { addNotes } from './notes.ts';
import { putUnderWay } from './outbox.ts';
import { caseColumns } from './record.ts';
import { wholeAnswer } from './retention.ts';
import type { Tables } from './tables.ts';
import { ticketToRow } from './tickets.ts';
import { transitions } from './transitions.ts';

/** Finished turns: keeping one whole, and finding it again. `erased` runs after a turn that erased. */
export function turns(db: Kysely<Tables>, erased: () => Promise<void>): Pick<Store, 'turn' | 'commit'> {
  const turnOf = compiledOnce(db, ({ talk, id }: { readonly talk: string; readonly id: string }) =>
    db.selectFrom('turns').select(['digest', 'answered']).where('talk', '=', talk).where('id', '=', id),
  );
  return {
    async turn(id, message) {
      const [row] = await turnOf({ talk: id, id: message });
      return row && { digest: row.digest, answered: await wholeAnswer(db, id, row.answered) };
    },

    async commit(commit) {
      const first = commit.seq + (commit.said === undefined ? 1 : 2);
      const messages = commit.replies.map((reply, index) => {
        const last = index === commit.replies.length - 1;
        return lineOf(first + index, commit.at, commit.by, reply, last ? { outcome: commit.outcome } : {});
      });
      const answered = JSON.stringify({ messages, outcome: commit.outcome } satisfies Answered);

      const done = await unlessTold(
        db.transaction().execute((transaction) => keep(transaction, commit, messages, answered)),
      );
      if (!done) return undefined;
      if (commit.erase) await erased();
      return JSON.parse(answered) as Answered;
    },
  };
}

/** False, and nothing changed, where another turn came first or this very message was answered meanwhile. */
async function keep(
  transaction: Transaction<Tables>,
  commit: Commit,
  messages: Answered['messages'],
  answered: string,
): Promise<boolean> {
  const { id, at, turn, said, files = [], notes = [], gaps = [], ticket } = commit;
  const own = said === undefined ? undefined : { text: said, ...(files.length > 0 && { files }) };
  const spoken = own ? [lineOf(commit.seq + 1, at, 'user', own)] : [];
  const lines = [...spoken, ...messages];
  const seq = commit.seq + lines.length;

  const moved = await transaction
    .updateTable('talks')
    .set({
      seq,
      facts: JSON.stringify(commit.facts),
      memory: JSON.stringify(commit.memory),
      ...(commit.case.epoch !== commit.was.epoch && caseColumns(commit.case)),
      moved_at: at,
      ...(lines.length > 0 && { spoken_at: at }),
      ...(commit.erase && { identity: null, context: '{}', told: '{}' }),
    })
    .where('id', '=', id)
    .where('seq', '=', commit.seq)
    .where('epoch', '=', commit.was.epoch)
    // Without a turn the id is null, which equals none.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('turns')
            .select('turns.id')
            .where('turns.talk', '=', id)
            .where('turns.id', '=', turn?.id ?? null),
        ),
      ),
    )
    .returning('channel')
    .executeTakeFirst();
  if (!moved) return false;

  if (commit.erase) {
    await emptyTalk(transaction, id);
    await addAudit(transaction, erasedBy(id, at, 'user'));
  }
  if (commit.withdraws) {
    await forgetMedia(transaction, id);
    await addAudit(transaction, { at, who: 'user', what: 'consent-withdrawn', talk: id });
  }
  if (lines.length > 0) {
    const rows = lines.map((line) => lineToRow(id, line));
    await transaction.insertInto('lines').values(rows).execute();
    if (!commit.fetched) {
      await putUnderWay(transaction, id, lines, commit.case.epoch, undefined, commit.carriedUntil);
    }
  }
  await addNotes(transaction, id, notes, at);
  await addAudit(transaction, ...transitions(id, at, commit.was, commit.case, 'system'));
  if (turn) {
    await transaction
      .insertInto('turns')
      .values({ talk: id, id: turn.id, at, digest: turn.digest, answered })
      .execute();
  }
  const asked = askedRow(commit, moved.channel, seq);
  if (asked) await transaction.insertInto('asked').values(asked).execute();
  await markTold(transaction, { talk: id, announcements: commit.announced ?? [], at, sent: false });
  if (gaps.length > 0) {
    const rows = gaps.map((gap, nth) => gapToRow(id, seq, nth, gap));
    await transaction.insertInto('gaps').values(rows).execute();
  }
  if (ticket) await transaction.insertInto('tickets').values(ticketToRow(id, ticket)).execute();
  return true;
}
