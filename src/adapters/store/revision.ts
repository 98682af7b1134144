import type { Selectable } from 'kysely';
import { SUBJECTS, type Subject } from '../content/subject.ts';
import type { RevisionsTable } from './revisions-table.ts';
import type { Standing } from './standing.ts';

/** One change of one subject. */
export interface Revision extends Standing {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly subject: Subject;
  /** Which entry, kind or group; null where the subject is one thing. */
  readonly name: string | null;
  /** JSON; null where nothing was set. */
  readonly before: unknown;
  readonly after: unknown;
  readonly note: string | null;
  readonly undoes: number | null;
}

/** What is set of one subject and name. */
interface Value {
  readonly subject: Subject;
  readonly name: string | null;
  readonly value: unknown;
}

export type Values = readonly Value[];

/** These have had their names in `settings` since before there were revisions. */
const PLAIN: ReadonlySet<string> = new Set(['hours', 'canned']);
const PREFIX = 'content:';

/** Where the value of a subject is kept. */
export function settingName(subject: Subject, name: string | null): string {
  if (PLAIN.has(subject)) return subject;
  return `${PREFIX}${subject}${name === null ? '' : `:${name}`}`;
}

/** Whose value a setting is; undefined for one that has no revisions. */
export function subjectOf(setting: string): Omit<Value, 'value'> | undefined {
  const [, written = '', name = null] =
    (PLAIN.has(setting) ? [setting, setting] : /^content:([a-z]+)(?::(.*))?$/s.exec(setting)) ?? [];
  const subject = SUBJECTS.find((one) => one === written);
  return subject && { subject, name };
}

export function revisionOf(row: Selectable<RevisionsTable>): Omit<Revision, 'undone' | 'blockedBy'> {
  return {
    ...row,
    // PostgreSQL's driver gives a bigint as text.
    id: Number(row.id),
    undoes: row.undoes === null ? null : Number(row.undoes),
    subject: row.subject as Subject,
    before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    after: row.after === null ? null : (JSON.parse(row.after) as unknown),
  };
}

/** A value as its column; null and undefined are nothing. */
export function givenOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
