import Database from 'better-sqlite3';
import { BackupError } from './backup-error.ts';
import { EMPTIED } from './kept-tables.ts';

/** Milliseconds to wait for the moment in which another process ends its log. */
const PATIENCE = 5_000;

/** Copies the file of a running service as it is at one moment; nobody waits for it meanwhile. */
export function copySqlite(from: string, to: string): void {
  let source: Database.Database | undefined;
  try {
    source = new Database(from, { timeout: PATIENCE, fileMustExist: true });
    source.prepare('vacuum into ?').run(to);
  } catch (cause) {
    const message = `数据库 ${from} 备份不了：请核对 DATA_DIR 的权限、备份文件夹的剩余空间，以及数据库是否完好。`;
    throw new BackupError('source', message, { cause });
  } finally {
    source?.close();
  }
  const copy = new Database(to);
  try {
    copy.pragma('secure_delete = ON');
    copy.pragma('foreign_keys = OFF');
    for (const name of EMPTIED) if (hasTable(copy, name)) copy.exec(`delete from "${name}"`);
    const damage = copy.pragma('quick_check(1)', { simple: true });
    if (damage !== 'ok') throw new BackupError('source', `数据库已损坏（${String(damage)}），没有备份。`);
  } finally {
    copy.close();
  }
}

/** An older schema has fewer tables. */
function hasTable(database: Database.Database, name: string): boolean {
  return database.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}
