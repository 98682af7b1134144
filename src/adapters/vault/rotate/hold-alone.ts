import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { INSTANCES, postgresOptions } from '../../postgres-options.ts';
import { fileIn } from '../../store/open-store.ts';
import { postgresStore } from '../../store/postgres.ts';
import { sqliteStore } from '../../store/sqlite.ts';
import { SharedSqliteDialect } from '../../store/sqlite-dialect.ts';
import type { Tables } from '../../store/tables.ts';
import { isBusy, takeAlone } from '../../store/take-alone.ts';
import { RotateError } from './rotate-error.ts';

/** A database that nobody else uses. */
export interface Held {
  readonly db: Kysely<Tables>;
  /** Where pictures lie; undefined where they are in the database. */
  readonly pictures: string | undefined;
  /** Throws a RotateError where an instance began meanwhile. */
  checkAlone(): Promise<void>;
  close(): Promise<void>;
}

/** Brings the database up to date and takes it. Throws a RotateError where the service runs. */
export function holdAlone({
  dataDir,
  databaseUrl,
}: {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
}): Promise<Held> {
  return databaseUrl === undefined ? holdFile(fileIn(dataDir)) : holdPostgres(databaseUrl);
}

async function holdFile(file: string): Promise<Held> {
  if (!existsSync(file)) {
    throw new RotateError('source', `没有找到 ${file}：请核对 DATA_DIR。没有东西要换密钥。`);
  }
  taken(file).close();
  await (await sqliteStore(file)).close();
  const database = taken(file);
  // What was sealed with the old key is overwritten, not just let go of.
  database.pragma('secure_delete = ON');
  database.pragma('synchronous = FULL');
  const db = new Kysely<Tables>({ dialect: new SharedSqliteDialect(database) });
  return {
    db,
    pictures: join(dirname(file), 'vault'),
    async checkAlone() {},
    close: () => db.destroy(),
  };
}

function taken(file: string): ReturnType<typeof takeAlone> {
  try {
    return takeAlone(file);
  } catch (cause) {
    if (!isBusy(cause)) throw new RotateError('source', `数据库 ${file} 打不开：请核对文件是否完好。`, { cause });
    throw new RotateError('in-use', `${file} 正在使用。${STOP}`, { cause });
  }
}

/** What its connections are called, so that they are not taken for those of an instance. */
const NAME = 'beian-key';

async function holdPostgres(url: string): Promise<Held> {
  await (await postgresStore(url)).close();
  const pool = new pg.Pool({ ...postgresOptions(url), application_name: NAME });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const held: Held = {
    db,
    pictures: undefined,
    async checkAlone() {
      const { rows } = await sql.raw(INSTANCES).execute(db);
      if (rows.length > 0) throw new RotateError('in-use', `有实例正在使用这个数据库。${STOP}`);
    },
    close: () => db.destroy(),
  };
  try {
    await held.checkAlone();
    return held;
  } catch (error) {
    await held.close();
    throw error;
  }
}

const STOP = '请先停止服务（所有实例；systemctl stop，或者 docker compose stop），再换密钥。什么都没有改。';
