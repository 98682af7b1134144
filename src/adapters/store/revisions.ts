import { type Kysely, sql, type Transaction } from 'kysely';
import { storedText } from '../../bot/stored-text.ts';
import type { Subject } from '../content/subject.ts';
import { addAudit } from './audit.ts';
import { isPostgres } from './is-postgres.ts';
import { givenOf, type Revision, revisionOf, settingName, subjectOf, type Values } from './revision.ts';
import { type Standing, standings } from './standing.ts';
import type { Tables } from './tables.ts';

/** Whose change it is, and why. */
interface Act {
  readonly at: string;
  readonly who: string;
  readonly note?: string | undefined;
}

export interface Change extends Act {
  readonly subject: Subject;
  readonly name: string | null;
  /** The new value as JSON; null takes away what was set. */
  readonly after: unknown;
  /** The newest revision of these subjects that the change was decided on; 0 for none. Where there is another by now, nothing happens. */
  readonly base?: { readonly subjects: readonly Subject[]; readonly id: number };
}

/** Why nothing was changed. */
export type Refused =
  | { readonly refused: 'same' | 'unknown' | 'undone' }
  /** A later one must be taken back first, or was made meanwhile. */
  | { readonly refused: 'later'; readonly by: Revision };

export interface Revisions {
  change(change: Change): Promise<Revision | Refused>;
  /** Puts back what was there before; itself a revision. */
  undo(id: number, act: Act): Promise<Revision | Refused>;
  /** All that is set now. */
  values(): Promise<Values>;
  /** The id of the newest of these subjects, of all where none are named; 0 before the first. */
  newest(subjects?: readonly Subject[]): Promise<number>;
  byId(id: number): Promise<Revision | undefined>;
  /** Newest first, those with an id below `before`. */
  list(page: {
    readonly before?: number | undefined;
    readonly limit: number;
    readonly subject?: Subject | undefined;
  }): Promise<readonly Revision[]>;
}

/** What is changed while the service runs: the value in `settings`, how it came about in `revisions`, both at once. */
export function revisions(db: Kysely<Tables>): Revisions {
  const all = (of: Kysely<Tables>) => of.selectFrom('revisions').selectAll().orderBy('id', 'desc');
  const byId = async (of: Kysely<Tables>, id: number): Promise<Revision | undefined> => {
    const row = await all(of).where('id', '=', id).executeTakeFirst();
    return row && (await withStanding(of, [revisionOf(row)]))[0];
  };
  const newest = async (of: Kysely<Tables>, subjects?: readonly Subject[]): Promise<number> => {
    const row = await all(of)
      .$if(subjects !== undefined, (query) => query.where('subject', 'in', [...(subjects ?? [])]))
      .executeTakeFirst();
    return Number(row?.id ?? 0);
  };
  return {
    change: (change) =>
      alone(db, async (transaction) => {
        const { base } = change;
        const latest = base && (await newest(transaction, base.subjects));
        const by = latest !== base?.id ? await byId(transaction, latest ?? 0) : undefined;
        return by ? { refused: 'later', by } : write(transaction, { ...change, undoes: null });
      }),

    undo: (id, act) =>
      alone(db, async (transaction) => {
        const target = await byId(transaction, id);
        if (!target) return { refused: 'unknown' };
        if (target.undone) return { refused: 'undone' };
        const by = target.blockedBy === null ? undefined : await byId(transaction, target.blockedBy);
        if (by) return { refused: 'later', by };
        const { subject, name, before: after } = target;
        return write(transaction, { ...act, subject, name, after, undoes: id });
      }),

    async values() {
      const rows = await db.selectFrom('settings').select(['name', 'value']).execute();
      return rows.flatMap(({ name, value }) => {
        const of = subjectOf(name);
        return of ? [{ ...of, value: JSON.parse(value) as unknown }] : [];
      });
    },

    newest: (subjects) => newest(db, subjects),
    byId: (id) => byId(db, id),

    async list({ before, limit, subject }) {
      const rows = await all(db)
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
        .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
        .limit(limit)
        .execute();
      return withStanding(db, rows.map(revisionOf));
    },
  };
}

/** A transaction beside which nothing else is changed. SQLite has one writer anyway. */
function alone<T>(db: Kysely<Tables>, job: (transaction: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    if (isPostgres(db)) await sql`lock table revisions in share row exclusive mode`.execute(transaction);
    return job(transaction);
  });
}

async function write(
  transaction: Transaction<Tables>,
  { at, who, note, subject, name, after, undoes }: Omit<Change, 'base'> & { readonly undoes: number | null },
): Promise<Revision | Refused> {
  const setting = settingName(subject, name);
  const set = await transaction.selectFrom('settings').select('value').where('name', '=', setting).executeTakeFirst();
  const before = set && set.value !== 'null' ? set.value : null;
  const next = givenOf(after);
  if (before === next && undoes === null) return { refused: 'same' };
  if (next === null) await transaction.deleteFrom('settings').where('name', '=', setting).execute();
  else {
    await transaction
      .insertInto('settings')
      .values({ name: setting, value: next, at })
      .onConflict((again) => again.column('name').doUpdateSet({ value: next, at }))
      .execute();
  }
  const masked = note ? storedText(note) : null;
  const row = { at, who, subject, name, before, after: next, note: masked, undoes };
  const { id } = await transaction.insertInto('revisions').values(row).returning('id').executeTakeFirstOrThrow();
  await addAudit(transaction, {
    at,
    who,
    what: subject === 'hours' || subject === 'canned' ? 'settings' : 'content',
    detail: { subject, name: name ?? subject, revision: Number(id), ...(undoes !== null && { undoes }) },
  });
  return { ...revisionOf({ ...row, id }), undone: false, blockedBy: null };
}

/** With how each stands among all of its subject and name. */
async function withStanding(
  db: Kysely<Tables>,
  found: readonly Omit<Revision, 'undone' | 'blockedBy'>[],
): Promise<readonly Revision[]> {
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('revisions')
    .select(['id', 'undoes', 'subject', 'name'])
    .where('subject', 'in', subjects)
    .execute();
  const standing = new Map<number, Standing>();
  for (const subject of subjects) {
    const own = rows.filter((row) => row.subject === subject);
    for (const name of new Set(own.map((row) => row.name))) {
      const steps = own
        .filter((row) => row.name === name)
        .map(({ id, undoes }) => ({ id: Number(id), undoes: undoes === null ? null : Number(undoes) }));
      for (const [id, one] of standings(steps)) standing.set(id, one);
    }
  }
  return found.map((one) => ({ ...one, ...(standing.get(one.id) ?? { undone: false, blockedBy: null }) }));
}
