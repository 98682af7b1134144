import { type FileHandle, open } from 'node:fs/promises';
import { oneForMany } from './one-for-many.ts';
import { StoreError } from './store-error.ts';

/** The write-ahead log of a SQLite file, as far as the disk is concerned. */
export interface LogOnDisk {
  /** Resolves once all that was committed before is on disk. Throws a StoreError where the disk does not take it. */
  written(): Promise<void>;
  /** Throws that error ever after: what the disk has is not known until the file is opened anew. */
  check(): void;
  close(): Promise<void>;
}

/**
 * Waits for the disk beside the main thread. A commit with `synchronous = NORMAL` has written to the log and not waited
 * (https://sqlite.org/pragma.html#pragma_synchronous); what it and others wrote since goes to disk in one `fdatasync`, where
 * with `FULL` each commit would hold up all others for as long. On macOS, Node asks for `F_FULLFSYNC`.
 */
export function logOnDisk(file: string, sync = (handle: FileHandle) => handle.datasync()): LogOnDisk {
  let handle: Promise<FileHandle> | undefined;
  let failed: StoreError | undefined;
  const check = (): void => {
    if (failed) throw failed;
  };
  const written = oneForMany(async () => {
    check();
    try {
      handle ??= open(`${file}-wal`, 'r+');
      await sync(await handle);
    } catch (cause) {
      const advice = '请检查 DATA_DIR 所在的磁盘，然后重新启动服务。';
      failed = new StoreError('unreachable', `数据库 ${file} 没有写进磁盘：${advice}`, { cause });
      throw failed;
    }
  });
  return {
    written,
    check,
    async close() {
      // One that did not open has nothing to close; whoever waited was told.
      await (await handle?.catch(() => undefined))?.close();
    },
  };
}
