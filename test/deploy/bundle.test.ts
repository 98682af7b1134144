import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '../adapters/store/stores.ts';
import { cacheDir } from '../trained.ts';

let out: string;

beforeAll(() => {
  mkdirSync(resolve('node_modules/.cache'), { recursive: true });
  out = mkdtempSync(resolve('node_modules/.cache/beian-bundle-'));
  const code = `import('./scripts/bundle.mjs').then(({ bundle }) => bundle(process.cwd(), ${JSON.stringify(out)}))`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, [join(out, file), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** What it prints until it ends, or until the pattern is there. */
async function said(child: ChildProcess, until = /$^/): Promise<string> {
  let all = '';
  const hears = new Promise<void>((heard) => {
    const hear = (chunk: Buffer): void => {
      all += chunk.toString('utf8');
      if (until.test(all)) heard();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
  });
  await Promise.race([hears, once(child, 'close')]);
  return all;
}

it('answers with all of what it learnt, out of a few files', async () => {
  const [dataDir, home] = [await freshFolder(), await freshFolder()];
  cpSync(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
  const child = run('main.js', [], { DATA_DIR: dataDir, HOME: home, PORT: '0', LOG_LEVEL: 'warn' });
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(await said(child, /http:\/\/\S+:\d+/)) ?? [];
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true, encoder: 'ok' });
  const begun = await (await fetch(`${url}/api/talks`, { method: 'POST' })).json();
  const { talk, token } = begun as { readonly talk: string; readonly token: string };
  const answer = await fetch(`${url}/api/talks/${talk}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'm1', text: '扫码进不去上传页面' }),
  });
  expect(await answer.json()).toMatchObject({ outcome: { kind: 'answer', entry: 1 } });
  // ONNX Runtime is quiet in the bundle, too.
  expect(readdirSync(home, { recursive: true })).toEqual([]);
}, 60_000);

it('looks at pictures in a thread, with decoders and models from beside it', async () => {
  const picture = resolve('test/fixtures/pictures/sample-600x400-exif6.heic');
  const looked = await said(run('cli/check-image.js', [picture], { DATA_DIR: await freshFolder() }));
  expect(looked).toContain('401 像素');
}, 60_000);

it('names the sources where it fails', async () => {
  const breaks = encodeURIComponent("process.umask = () => { throw new Error('broken') }");
  const options = { NODE_OPTIONS: `--import=data:text/javascript,${breaks}` };
  expect(await said(run('main.js', [], options))).toMatch(/Error: broken[\s\S]*src\/main\.ts:\d+/);
});

it('takes from node_modules only what package.json has for production', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, list = ''] = /const EXTERNAL = \[([^\]]+)\]/.exec(readFileSync('scripts/bundle.mjs', 'utf8')) ?? [];
  const external = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  expect(external.length).toBeGreaterThan(5);
  expect(external.filter((name) => !(name in dependencies))).toEqual([]);
});
