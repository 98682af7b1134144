/** What the desk did for a case while nobody had it, and need not do again; times in ISO 8601. */
export interface Told {
  /** That a 留言 could be left, since nobody came. */
  readonly ticket?: string;
  /** That the conversation will be closed. */
  readonly idle?: string;
  /** That what an agent had put aside is back with them. */
  readonly back?: string;
  /** The 留言 whose writer is mailed what agents say, until they are done with it. */
  readonly mailing?: string;
  /** That its pictures were erased. */
  readonly pictures?: string;
  /** The agents at whom it rang in vain, in that order. */
  readonly rang?: readonly string[];
}
