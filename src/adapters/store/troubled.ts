import { StoreError } from './store-error.ts';

type Trouble = 'unreachable' | 'full' | 'slow';

const SAYS: Readonly<Record<Trouble, string>> = {
  unreachable: '数据库连接不上：请核对 DATABASE_URL，以及数据库是否在运行。恢复以后服务会自己接着用。',
  full: '数据库的磁盘满了：请腾出空间（SQLite 在 DATA_DIR 里）。有了空间，服务会自己接着用。',
  slow: '数据库很久没有回答：请看它是否太忙，或者有什么一直占着它。',
};

/** Codes of SQLite, of PostgreSQL (https://www.postgresql.org/docs/17/errcodes-appendix.html) and of sockets. */
const CODES: readonly (readonly [RegExp, Trouble])[] = [
  [/^(SQLITE_FULL|53100|ENOSPC|EDQUOT)$/, 'full'],
  [/^(SQLITE_BUSY|SQLITE_LOCKED|57014|55P03)/, 'slow'],
  // Ended by an administrator, crashed, starting up, too many connections, no longer let in.
  [/^(08\w{3}|57P0[1-5]|53[023]00|28\w{3}|3D000|55000)$/, 'unreachable'],
  [/^(ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_AGAIN)$/, 'unreachable'],
  [/^SQLITE_(IOERR|CANTOPEN|READONLY)/, 'unreachable'],
];
/** What `pg` says without a code. */
const WORDS: readonly (readonly [RegExp, Trouble])[] = [
  [/^(Query read timeout|timeout exceeded when trying to connect)$/, 'slow'],
  [/^Connection terminated|connection error and is not queryable|^Client was closed/, 'unreachable'],
];

/** As a StoreError, what keeps the database from doing what it is asked, whatever that is; any other error as it is. */
export function troubled(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const { code = '' } = error as { readonly code?: unknown };
  const trouble =
    CODES.find(([known]) => known.test(String(code)))?.[1] ?? WORDS.find(([known]) => known.test(error.message))?.[1];
  return trouble === undefined ? error : new StoreError(trouble, SAYS[trouble], { cause: error });
}
