import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progressLines } from '../../src/cli/progress-lines.ts';
import { learnContent } from '../../src/house.ts';

/** What was learnt, kept between runs: shared with the other measurements. */
const cacheDir = fileURLToPath(new URL('../../node_modules/.cache/beian-bench', import.meta.url));

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
  const home = await mkdtemp(join(tmpdir(), 'beian-load-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
      process.exit(1);
    });
  }
  return {
    async folder(name) {
      const folder = join(home, name);
      await mkdir(folder, { mode: 0o700 });
      await cp(join(cacheDir, 'knowledge'), join(folder, 'knowledge'), { recursive: true });
      return folder;
    },
    remove: () => rm(home, { recursive: true, force: true, maxRetries: 3 }),
  };
}
