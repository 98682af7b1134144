import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheDir } from './trained.ts';

let dataDir: string;
let service: ChildProcess | undefined;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'beian-main-'));
  cpSync(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
});

afterEach(() => {
  service?.kill('SIGKILL');
  service = undefined;
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the service as a person would, with these settings alone. */
function start(env: Readonly<Record<string, string>>): ChildProcess {
  service = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return service;
}

/** Waits until a process has printed something. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    const hear = (chunk: Buffer): void => {
      all += chunk.toString('utf8');
      const found = pattern.exec(all);
      if (found) resolve(found[1] ?? found[0]);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${all}`)));
  });
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

describe('the service', () => {
  it('prints its address, answers a question, keeps it over a restart, and ends on SIGTERM', async () => {
    const first = start({});
    const url = await printed(first, /(http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ ready: true, encoder: 'ok' });

    const { talk, token } = (await (await fetch(`${url}/api/talks`, { method: 'POST' })).json()) as {
      talk: string;
      token: string;
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const said = await fetch(`${url}/api/talks/${talk}/messages`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 'm1', text: '扫码进不去上传页面' }),
    });
    expect(await said.json()).toMatchObject({ outcome: { kind: 'answer', entry: 1 } });

    const gone = ended(first);
    first.kill('SIGTERM');
    expect(await gone).toBe(0);

    const again = await printed(start({}), /(http:\/\/127\.0\.0\.1:\d+)/);
    const history = await fetch(`${again}/api/talks/${talk}/messages?after=0`, { headers });
    const { messages } = (await history.json()) as { messages: { by: string; text: string }[] };
    expect(messages.filter(({ by }) => by === 'user').map(({ text }) => text)).toEqual(['扫码进不去上传页面']);
  }, 60_000);

  it('stops at a wrong setting, and says what would be right', async () => {
    const child = start({ PORT: '99999' });
    const code = ended(child);
    expect(await printed(child, /PORT[^\n]*/)).toContain('65535');
    expect(await code).toBe(1);
  });
});
