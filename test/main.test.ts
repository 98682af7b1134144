import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from './free-port.ts';
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
  it('is ready only once a turn passes, and answers what is sent the moment it says so', async () => {
    const port = await freePort();
    const child = start({ PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    const status = await vi.waitUntil(
      async () => {
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`);
        const answer = await fetch(`${url}/readyz`).catch(() => undefined);
        return answer?.status === 200 ? 200 : undefined;
      },
      { timeout: 25_000, interval: 10 },
    );
    expect(status).toBe(200);
    const { talk, token } = (await (await fetch(`${url}/api/talks`, { method: 'POST' })).json()) as {
      talk: string;
      token: string;
    };
    const answer = await fetch(`${url}/api/talks/${talk}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'm1', text: '扫码进不去上传页面' }),
    });
    expect(answer.status).toBe(200);
  });

  it('prints its address, answers a question, keeps it over a restart, and finishes on SIGTERM what was begun', async () => {
    // A language model that cannot be reached keeps nothing from being answered.
    const first = start({ LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODEL: 'none' });
    const url = await printed(first, /(http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await (await fetch(`${url}/readyz`)).json();
    expect(ready).toMatchObject({ ready: true, encoder: 'ok', 'language-model': 'ok' });

    const { talk, token } = (await (await fetch(`${url}/api/talks`, { method: 'POST' })).json()) as {
      talk: string;
      token: string;
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const say = async (id: string, text: string) => {
      const body = JSON.stringify({ id, text });
      return (await fetch(`${url}/api/talks/${talk}/messages`, { method: 'POST', headers, body })).json();
    };
    expect(await say('m1', '扫码进不去上传页面')).toMatchObject({ outcome: { kind: 'answer', entry: 1 } });
    expect(await say('m2', '人脸核验总是失败怎么办呢')).toMatchObject({ outcome: { entry: 8 } });

    const measured = async () => (await fetch(`${url}/metrics`)).text();
    // The desk's keeper takes its place some time after the first turn.
    await expect.poll(measured).toMatch(/^beian_leader 1$/m);
    const metrics = await measured();
    for (const part of ['waiting', 'reading', 'hearing', 'decision', 'answering', 'storing']) {
      expect(metrics).toMatch(new RegExp(`^beian_turn_part_seconds_count{part="${part}"} [1-9]`, 'm'));
    }
    expect(metrics).toContain('beian_turns_total{channel="web",kind="answer",entry="1"} 1\n');

    // An event stream is open, and a message is half sent, when the end comes.
    const events = await fetch(`${url}/api/talks/${talk}/events`, { headers });
    const late = request(`${url}/api/talks/${talk}/messages`, {
      method: 'POST',
      headers: { ...headers, expect: '100-continue', 'transfer-encoding': 'chunked' },
    });
    late.flushHeaders();
    await once(late, 'continue');
    const gone = ended(first);
    const begun = performance.now();
    first.kill('SIGTERM');
    expect(await events.text()).toContain('扫码进不去上传页面');
    late.end(JSON.stringify({ id: 'm3', text: '谢谢' }));
    const [answer] = (await once(late, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse((await answer.setEncoding('utf8').toArray()).join(''))).toHaveProperty('outcome.kind');
    expect(await gone).toBe(0);
    expect(performance.now() - begun).toBeLessThan(5_000);

    const again = await printed(start({}), /(http:\/\/127\.0\.0\.1:\d+)/);
    const history = await fetch(`${again}/api/talks/${talk}/messages?after=0`, { headers });
    const { messages } = (await history.json()) as { messages: { by: string; text: string }[] };
    expect(messages.filter(({ by }) => by === 'user').map(({ text }) => text)).toEqual([
      '扫码进不去上传页面',
      '人脸核验总是失败怎么办呢',
      '谢谢',
    ]);
  }, 60_000);

  it('stops at a wrong setting, and says what would be right', async () => {
    const child = start({ PORT: '99999' });
    const code = ended(child);
    expect(await printed(child, /PORT[^\n]*/)).toContain('65535');
    expect(await code).toBe(1);
  });
});
