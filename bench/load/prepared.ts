import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { progressLines } from '../../src/cli/progress-lines.ts';
import { learnContent } from '../../src/house.ts';
import { cacheDir } from '../cache-dir.ts';
import { ownFolder } from '../own-folder.ts';

/** Folders for services, each of which starts without having to learn; all of them are gone in the end, however it comes. */
export interface Prepared {
  /** A new one, empty except for what was learnt. */
  folder(name: string): Promise<string>;
  remove(): Promise<void>;
}

export async function prepare(told: (line: string) => void): Promise<Prepared> {
  await mkdir(cacheDir, { recursive: true });
  const knowledge = await learnContent({ dataDir: cacheDir, embeddings: undefined }, progressLines(told));
  const { withoutEncoder } = knowledge;
  await knowledge.close();
  if (withoutEncoder !== undefined) throw new Error(`句子编码器不可用：${withoutEncoder}`);
  const { path: home, remove } = await ownFolder('beian-load-');
  return {
    async folder(name) {
      const folder = join(home, name);
      await mkdir(folder, { mode: 0o700 });
      await cp(join(cacheDir, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
      return folder;
    },
    remove,
  };
}
