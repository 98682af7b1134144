import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freshFolder, opened } from './stores.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** A process that is loaded and waits; `answer` lets it open the store and gives the turn that it printed. */
async function ready(folder: string, id: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder, id], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const printed = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  expect((await printed.next()).value).toBe('ready');
  return {
    answer: async () => {
      child.stdin.write('go\n');
      return String((await printed.next()).value);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

it('a process that is killed right after its answer has it on disk', { timeout: 30_000 }, async () => {
  const dataDir = await freshFolder();
  const { answer, kill } = await ready(dataDir, 'a');
  const sent = await answer();
  await kill();
  const store = await opened({ dataDir });
  expect(JSON.stringify((await store.turn('a', 'm1'))?.answered)).toBe(sent);
  expect(await store.lines('a', 0, 10)).toHaveLength(4);
});

it('processes that start at once share one new SQLite file', { timeout: 30_000 }, async () => {
  const dataDir = await freshFolder();
  const ids = ['a', 'b', 'c', 'd'];
  const waiting = await Promise.all(ids.map((id) => ready(dataDir, id)));
  const answers = await Promise.all(waiting.map(({ answer }) => answer()));
  const store = await opened({ dataDir });
  const kept = await Promise.all(ids.map((id) => store.turn(id, 'm1')));
  expect(kept.map((turn) => JSON.stringify(turn?.answered))).toEqual(answers);
});
