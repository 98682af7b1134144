import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder for one run, which is gone in the end, however that comes: by `remove`, or by a signal that ends the run. */
export interface OwnFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** `prefix`: what the folder's name in the system's temporary folder begins with. */
export async function ownFolder(prefix: string): Promise<OwnFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const how = { recursive: true, force: true, maxRetries: 3 };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(path, how);
      process.exit(1);
    });
  }
  return { path, remove: () => rm(path, how) };
}
