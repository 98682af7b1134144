import pg from 'pg';
import { postgresOptions } from '../postgres-options.ts';
import { BackupError } from './backup-error.ts';

/** A connection of its own, `name`d in `pg_stat_activity`, for as long as `use` takes. Throws a BackupError of that code where there is none. */
export async function withPostgres<T>(
  url: string,
  { name, code }: { readonly name: string; readonly code: BackupError['code'] },
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...postgresOptions(url), application_name: name });
  // Whatever is asked next tells that it broke. Unheard, it would end the process.
  client.on('error', () => {});
  await client.connect().catch((cause: unknown) => {
    throw new BackupError(code, '连接不上 DATABASE_URL 的数据库：请核对地址、端口、帐号和密码。', { cause });
  });
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
