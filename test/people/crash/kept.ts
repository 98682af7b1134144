import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import type { Note } from '../../../src/bot/case-store.ts';
import type { Line } from '../../../src/bot/message.ts';
import type { TalkRecord } from '../../../src/bot/talk-record.ts';

/** A change of who has a talk, as the audit log tells of it. */
export interface Transition {
  readonly at: string;
  readonly who: string;
  readonly from: string;
  readonly to: string;
  readonly epoch: number;
}

/** A line that had to be sent. */
export interface Outgoing {
  readonly seq: number;
  readonly speaker: 'bot' | 'agent' | 'system';
  readonly settled: string | null;
}

/** All that is on disk of one conversation. */
export interface Kept {
  readonly record: TalkRecord;
  readonly lines: readonly Line[];
  readonly notes: readonly Note[];
  readonly transitions: readonly Transition[];
  /** The answers that were kept, by the message's id. */
  readonly answers: ReadonlyMap<string, string>;
  readonly outgoing: readonly Outgoing[];
}

export async function keptIn(store: SqlStore): Promise<readonly Kept[]> {
  const { db } = store;
  const talks = await db.selectFrom('talks').select('id').orderBy('id').execute();
  return Promise.all(
    talks.map(async ({ id }) => {
      const record = await store.byId(id);
      if (!record) throw new Error(`no talk ${id}`);
      const turns = await db.selectFrom('turns').select(['id', 'answered']).where('talk', '=', id).execute();
      const audit = await db.selectFrom('audit').selectAll().where('talk', '=', id).orderBy('id').execute();
      return {
        record,
        lines: await store.lines(id, 0, Number.MAX_SAFE_INTEGER),
        notes: await store.notes(id),
        transitions: audit.map(({ at, who, detail }) => ({ at, who, ...JSON.parse(detail) }) as Transition),
        answers: new Map(turns.map(({ id, answered }) => [id, answered])),
        outgoing: await db
          .selectFrom('outbox')
          .select(['seq', 'speaker', 'settled'])
          .where('talk', '=', id)
          .orderBy('seq')
          .execute(),
      };
    }),
  );
}
