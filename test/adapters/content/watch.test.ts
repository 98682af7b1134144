import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Watcher, watchContent } from '../../../src/adapters/content/watch.ts';
import { ContentError } from '../../../src/knowledge/content-error.ts';

let folder: string;
let watcher: Watcher;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beian-watch-'));
  writeFileSync(join(folder, 'a.txt'), '一');
});

afterEach(async () => {
  await watcher.close();
  rmSync(folder, { recursive: true });
});

/** Changes a file until something is heard: a watcher tells nothing before it has looked around. */
async function change(heard: Promise<unknown>): Promise<void> {
  let count = 0;
  const timer = setInterval(() => writeFileSync(join(folder, 'a.txt'), String(++count)), 400);
  try {
    await heard;
  } finally {
    clearInterval(timer);
  }
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

it('reads the content again when a file changes', async () => {
  await change(
    new Promise<void>((resolve) => {
      watcher = watchContent(folder, { reload: async () => resolve() }, quiet);
    }),
  );
});

it('tells where a broken file is broken, and goes on watching', async () => {
  const told: unknown[] = [];
  let reloads = 0;
  await change(
    new Promise<void>((resolve) => {
      const reload = async (): Promise<void> => {
        reloads++;
        if (reloads === 1) throw new ContentError('a.txt', 3, '标题行缺少。');
        resolve();
      };
      watcher = watchContent(folder, { reload }, { ...quiet, warn: (fields: unknown) => told.push(fields) });
    }),
  );
  expect(told).toEqual([{ file: 'a.txt', line: 3 }]);
});
