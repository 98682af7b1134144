import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A new file of this user's alone, on disk before it goes on. */
export async function writeSynced(file: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
