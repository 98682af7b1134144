import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { freePort } from '../free-port.ts';
import { cacheDir } from '../trained.ts';
import { openBrowser } from './chat.ts';
import { buildConsole } from './console.ts';

const PASSWORD = 'orange-kettle-7-window';
const PATIENCE = 90_000;

let browser: Browser;
let page: Page;
let dataDir: string;
let port: number;
let service: ChildProcess | undefined;

beforeAll(async () => {
  buildConsole();
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'beian-restart-'));
  cpSync(join(cacheDir, 'knowledge'), join(dataDir, 'knowledge'), { recursive: true });
  port = await freePort();
});
afterEach(async () => {
  await page?.context().close();
  service?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process of ours with these settings alone. */
function run(script: string, args: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', RATE_LIMIT: 'off' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function start(): Promise<void> {
  const child = run('src/main.ts');
  service = child;
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString('utf8').includes('已就绪') && resolve());
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}`)));
  });
  child.stderr?.resume();
  await ready;
}

async function stop(): Promise<void> {
  const ended = service && once(service, 'exit');
  service?.kill('SIGTERM');
  await ended;
}

async function addAgent(name: string): Promise<void> {
  const child = run('src/cli/agent.ts', ['add', name, '--role', 'agent']);
  child.stdin?.end(`${PASSWORD}\n`);
  const [out, [code]] = await Promise.all([text(child.stdout as NodeJS.ReadableStream), once(child, 'exit')]);
  if (code !== 0) throw new Error(out);
}

/** Somebody at the web API. */
async function visitor() {
  const at = `http://127.0.0.1:${port}/api/talks`;
  const { talk, token } = (await (await fetch(at, { method: 'POST' })).json()) as { talk: string; token: string };
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  let said = 0;
  return {
    talk,
    async say(words: string): Promise<void> {
      const body = JSON.stringify({ id: `m${++said}`, text: words });
      const answer = await fetch(`${at}/${talk}/messages`, { method: 'POST', headers, body });
      expect(answer.status).toBe(200);
    },
    async lines(): Promise<readonly string[]> {
      const { messages } = (await (await fetch(`${at}/${talk}/messages`, { headers })).json()) as {
        messages: readonly { by: string; name?: string; text: string }[];
      };
      return messages.map(({ by, name, text: words }) => `${name ?? by}: ${words}`);
    },
  };
}

it('a restart in the middle of a conversation loses nothing: what was typed, the order, the events', async () => {
  await start();
  await addAgent('小周');
  const opened = await browser.newContext({ locale: 'zh-CN', reducedMotion: 'reduce' });
  opened.setDefaultTimeout(PATIENCE);
  page = await opened.newPage();
  await page.goto(`http://127.0.0.1:${port}/console`);
  await page.getByLabel('名字').fill('小周');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('switch', { name: '接待' }).click();
  await expect.poll(() => page.getByRole('switch', { name: '接待' }).getAttribute('aria-checked')).toBe('true');
  const person = await visitor();
  await person.say('转人工');
  await page.locator(`a.item[data-talk="${person.talk}"]`).press('Enter');
  const composer = page.locator('.composer textarea');
  await composer.fill('您好');
  await composer.press('Control+Enter');
  await expect.poll(() => page.locator('.turn-pending').count()).toBe(0);
  await composer.fill('写到一半');

  await stop();
  await page.getByText('连接断开了').waitFor();
  await composer.press('Control+Enter');
  await page.getByText('未送达：').waitFor();
  await composer.fill('又写了一半');
  await start();
  await person.say('在的');
  // Without a reload: the stream has found its way back.
  await expect.poll(() => page.locator('.turn-user .bubble').last().textContent(), { timeout: PATIENCE }).toBe('在的');
  await page.getByText('连接断开了').waitFor({ state: 'hidden' });
  expect(await composer.inputValue()).toBe('又写了一半');
  await page.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => page.locator('.turn-pending').count()).toBe(0);
  await composer.press('Control+Enter');
  const end = ['客服 01: 您好', 'user: 在的', '客服 01: 写到一半', '客服 01: 又写了一半'];
  await expect.poll(async () => (await person.lines()).slice(-4)).toEqual(end);
  const shown = () => page.locator('.turn-user .bubble, .turn-agent .bubble').allTextContents();
  await expect.poll(async () => (await shown()).slice(-4)).toEqual(['您好', '在的', '写到一半', '又写了一半']);
}, 300_000);
