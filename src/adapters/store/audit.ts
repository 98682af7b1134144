import { type Kysely, sql } from 'kysely';
import { firstOfEach, type Limited } from './first-of-each.ts';
import type { Tables } from './tables.ts';

/** All that is ever logged. Words may be added, never taken away: old rows have them. */
export const AUDITED = [
  'sign-in',
  'sign-in-failed',
  'sign-in-locked',
  'sign-out',
  'password-changed',
  'totp-on',
  'totp-off',
  'agent-added',
  'agent-role',
  'agent-disabled',
  'agent-enabled',
  'agent-reset',
  'transition',
  'reveal',
  'export',
  'erase',
  'consent-withdrawn',
  'content',
  'card-corrected',
  'settings',
  'announcement',
  'dingtalk-linked',
  'dingtalk-unlinked',
] as const;

type Audited = (typeof AUDITED)[number];

/** Something that was done. It holds no personal data: agents and talks by their ids, free text only masked. */
export interface AuditEntry {
  readonly at: string;
  /** An agent's id, `user` for the person of the talk, `system` for the service by itself, or `cli` for the operator at the machine. */
  readonly who: string;
  readonly what: Audited;
  readonly talk?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** `id` grows. */
type AuditRecord = Required<AuditEntry> & { readonly id: number };

/** The log of what was done at the desk. It has no way to change or delete an entry, and neither has the database. */
export interface Audit {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first, those with an id below `before`, of one person and of some kinds where these are named. */
  entries(page: {
    readonly before?: number | undefined;
    readonly limit: number;
    readonly who?: string | undefined;
    readonly what?: readonly Audited[] | undefined;
  }): Promise<readonly AuditRecord[]>;
}

export function audit(db: Kysely<Tables>): Audit {
  return {
    add: (entry) => addAudit(db, entry),

    async entries({ before, limit, who, what }) {
      const page = db
        .selectFrom('audit')
        .select(['id', 'at', 'who', 'what', 'talk', 'detail'])
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
        .$if(who !== undefined, (query) => query.where('who', '=', who ?? ''))
        .orderBy('id', 'desc')
        .limit(limit);
      const kinds = what ?? (who === undefined ? undefined : AUDITED);
      const pages = kinds?.map((kind) => page.where('what', '=', kind).where(isTransition(kind)));
      const rows = await (pages ? pageOf(db, limit, pages) : page.execute());
      return rows.map(({ id, what, detail, ...row }) => ({
        // PostgreSQL's driver gives a bigint as text.
        id: Number(id),
        ...row,
        what: what as Audited,
        detail: JSON.parse(detail) as AuditRecord['detail'],
      }));
    },
  };
}

/** Said once more, written out, so that both databases see which of the indexes fit. */
function isTransition(kind: Audited) {
  return kind === 'transition' ? sql<boolean>`what = 'transition'` : sql<boolean>`what <> 'transition'`;
}

/** The newest of the newest of each. */
async function pageOf<Row extends object>(
  db: Kysely<Tables>,
  limit: number,
  pages: readonly Limited<Row>[],
): Promise<readonly Row[]> {
  const all = firstOfEach(db, pages);
  if (!all) return [];
  return (await db
    .selectFrom(all.as('page'))
    .selectAll()
    .orderBy('id' as never, 'desc')
    .limit(limit)
    .execute()) as Row[];
}

/** Logs what a transaction does as part of it, so that neither is there without the other. */
export async function addAudit(db: Kysely<Tables>, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ at, who, what, talk = null, detail = {} }) => ({
    at,
    who,
    what,
    talk,
    detail: JSON.stringify(detail),
  }));
  await db.insertInto('audit').values(rows).execute();
}
