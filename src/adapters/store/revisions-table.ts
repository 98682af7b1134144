import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Rows are added and never change. `before` and `after` are null where nothing was set; `undoes` is another's id. */
export interface RevisionsTable {
  readonly id: Generated<number>;
  readonly at: string;
  readonly who: string;
  readonly subject: string;
  readonly name: string | null;
  readonly before: Json | null;
  readonly after: Json | null;
  /** Masked. */
  readonly note: string | null;
  readonly undoes: number | null;
}
