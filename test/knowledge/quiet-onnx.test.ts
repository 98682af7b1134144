import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { freshFolder } from '../adapters/store/stores.ts';

const ENCODES = `
import { LocalEmbeddings } from ${JSON.stringify(pathToFileURL('src/knowledge/embeddings.ts').href)};
const encoder = await LocalEmbeddings.load('models/multilingual-e5-small-zh', { threads: 1 });
console.log((await encoder.embedQuery('备案')).length);
`;

// Before ONNX Runtime reports what it runs, it writes down who it is. Where it sees CI, it is quiet by itself.
it('the encoder reports to nobody what it runs', async () => {
  const [folder, home] = [await freshFolder(), await freshFolder()];
  const script = join(folder, 'encodes.mts');
  await writeFile(script, ENCODES);
  const encoding = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { PATH: process.env.PATH, HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  expect(await once(encoding, 'exit')).toEqual([0, null]);
  expect(await readdir(home, { recursive: true })).toEqual([]);
}, 60_000);

it('whatever opens a model, or a thread that does, quietens ONNX Runtime before it is loaded', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const opening = files
    .map((name) => [name, readFileSync(join('src', name), 'utf8')] as const)
    .filter(([, text]) =>
      /InferenceSession\.create|new Worker\(.*picture-worker|startWorker\('encoder-worker'/.test(text),
    );
  expect(opening.length).toBeGreaterThanOrEqual(4);
  expect(opening.filter(([, text]) => !/^import '[./]+quiet-onnx\.ts';/.test(text)).map(([name]) => name)).toEqual([]);
});
