import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { INSTANCES, postgresOptions } from '../postgres-options.ts';
import { isBusy, sqliteStore } from './sqlite.ts';
import { StoreError } from './store-error.ts';
import { troubled } from './troubled.ts';

/** How long it is waited for whoever is just going, in milliseconds. */
const PATIENCE = 1_000;

const STOP =
  '请先停止服务（所有实例；在运行它的终端按 Ctrl+C，systemctl stop，或者 docker compose stop），其他打开它的程序也请关掉，再运行一次。什么都没有改。';

/** Brings a SQLite file up to date and opens it so that nobody else can until it is closed. Throws a StoreError where somebody has it open. */
export async function takeAlone(file: string): Promise<Database.Database> {
  if (!existsSync(file)) throw new StoreError('unreachable', `没有找到 ${file}：请核对 DATA_DIR。`);
  holdFile(file).close();
  await (await sqliteStore(file)).close();
  return holdFile(file);
}

/** The same, as the file is. Only whoever has it alone can end its log, and is then left alone. */
export function holdFile(file: string): Database.Database {
  const database = new Database(file, { timeout: PATIENCE });
  try {
    database.pragma('journal_mode = DELETE');
    database.pragma('locking_mode = EXCLUSIVE');
    // What is replaced is overwritten, not just let go of.
    database.pragma('secure_delete = ON');
    database.exec('begin exclusive; commit');
    return database;
  } catch (cause) {
    database.close();
    if (isBusy(cause)) throw new StoreError('in-use', `${file} 正在使用：${STOP}`, { cause });
    throw new StoreError('unreachable', `数据库 ${file} 打不开：请核对文件是否完好。`, { cause });
  }
}

/** Throws a StoreError where an instance, or a back-up, uses the database. It is not called like one itself. */
export async function refuseInstances(url: string): Promise<void> {
  const client = new pg.Client({ ...postgresOptions(url), application_name: 'beian-alone' });
  client.on('error', () => {});
  try {
    await client.connect();
    const end = performance.now() + PATIENCE;
    while ((await client.query(INSTANCES)).rows.length > 0) {
      if (performance.now() > end) throw new StoreError('in-use', `有实例正在使用这个数据库：${STOP}`);
      await setTimeout(50);
    }
  } catch (error) {
    throw troubled(error);
  } finally {
    await client.end().catch(() => {});
  }
}
