import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { View } from './run/view.ts';

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** What stands in for the service: takes every push, and lets a test wait for one. */
async function stubService() {
  const calls: string[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    request.resume();
    calls.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`);
    response.end('success');
    for (const look of waiting) look();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => void server.close());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    called: (line: string) =>
      new Promise<void>((done) => {
        const look = (): void => {
          if (calls.includes(line)) done();
        };
        waiting.add(look);
        look();
      }),
  };
}

/** The simulator as an operator starts it; resolves once it has printed everything. */
async function started(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/sim/run/sim.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ends.push(() => ended(child));
  const printed = await new Promise<string>((resolve, reject) => {
    let all = '';
    const hear = (chunk: Buffer): void => {
      all += chunk.toString('utf8');
      if (all.includes('Ctrl+C')) resolve(all);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${all}`)));
  });
  const settings = Object.fromEntries(
    [...printed.matchAll(/^([A-Z][A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  const page = /(http:\/\/[^/\s]+)\/dingtalk/.exec(printed)?.[1] ?? '';
  return { settings, page, printed };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

const act = (page: string, platform: string, action: object): Promise<Response> =>
  fetch(`${page}/api/${platform}/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(action),
  });

const viewOf = async (page: string, platform: string): Promise<View> =>
  (await (await fetch(`${page}/api/${platform}/view`)).json()) as View;

/** Looks at each change of a platform that its page is told of, until one fits. */
async function seen(page: string, platform: string, fits: (view: View) => boolean): Promise<View> {
  const answer = await fetch(`${page}/api/${platform}/events`);
  let text = '';
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk);
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    const view = events.map((event) => JSON.parse(event.replace(/^data: /, '')) as View).find(fits);
    if (view) return view;
  }
  throw new Error('the events ended');
}

const lineOf = (view: View, text: string) =>
  view.rooms.flatMap(({ lines }) => lines).find((line) => line.text === text);

describe('npm run sim', () => {
  it('prints settings that the service takes, with the addresses at which the platforms are', async () => {
    const { settings } = await started('--port', '0', '--service', 'http://127.0.0.1:3000');
    const config = readConfig(settings);
    expect(config).toMatchObject({ port: 3000, publicUrl: 'http://127.0.0.1:3000' });
    expect([config.dingtalk, config.wechat, config.wecom]).not.toContain(undefined);
    expect([config.dingtalk?.mode, config.wechat?.verified, config.wecom?.desk]).toEqual(['stream', true, 'own']);

    const { appId, appSecret, apiBase } = config.wechat ?? { appId: '', appSecret: '', apiBase: '' };
    const asked = new URLSearchParams({ grant_type: 'client_credential', appid: appId, secret: appSecret });
    expect(await (await fetch(`${apiBase}/cgi-bin/token?${asked}`)).json()).toMatchObject({ expires_in: 7200 });
    const { corpId, secret, apiBase: corpBase } = config.wecom ?? { corpId: '', secret: '', apiBase: '' };
    const token = new URLSearchParams({ corpid: corpId, corpsecret: secret });
    expect(await (await fetch(`${corpBase}/cgi-bin/gettoken?${token}`)).json()).toMatchObject({ errcode: 0 });
    const {
      clientId,
      clientSecret,
      apiBase: dingBase,
    } = config.dingtalk ?? { clientId: '', clientSecret: '', apiBase: '' };
    const opened = await fetch(`${dingBase}/v1.0/oauth2/accessToken`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ appKey: clientId, appSecret: clientSecret }),
    });
    expect(await opened.json()).toMatchObject({ expireIn: 7200 });
  });

  it.each([
    ['dingtalk', 'wangfang', 'POST /dingtalk', '服务已确认'],
    ['wechat', 'oSimulatorWangfang', 'POST /wechat', '服务已收下'],
    ['wecom', 'wmSimulatorWangfang', 'POST /wecom', '服务收到了通知'],
  ])('pushes what is said on the page of %s, and tells how it was taken', async (platform, room, line, judged) => {
    const service = await stubService();
    const { page } = await started('--port', '0', '--service', service.url, '--dingtalk', 'http');
    const said = await act(page, platform, { is: 'say', room, speaker: room, at: false, text: '图片传不上去' });
    expect(said.status).toBe(200);
    await service.called(line);
    const view = await seen(page, platform, (now) => lineOf(now, '图片传不上去')?.judged !== undefined);
    expect(lineOf(view, '图片传不上去')?.judged?.text).toContain(judged);
    expect(view.violations).toEqual([]);
  });

  it('has somebody in every conversation who can write and press buttons, and no outsider among the agents', async () => {
    const { page } = await started('--port', '0', '--service', 'http://127.0.0.1:3000');
    const views = await Promise.all(['dingtalk', 'wechat', 'wecom'].map((platform) => viewOf(page, platform)));
    for (const { title, speakers } of views.flatMap(({ rooms }) => rooms)) {
      expect([title, speakers.length > 0]).toEqual([title, true]);
    }
    const agents = views[0]?.rooms.find(({ title }) => title === '客服群');
    expect(agents?.speakers.map(({ name }) => name)).toEqual(['王芳', '李强']);
  });

  it('tells a message that nobody took', async () => {
    const { page } = await started('--port', '0');
    await act(page, 'dingtalk', { is: 'say', room: 'wangfang', speaker: 'wangfang', at: false, text: '在吗' });
    const view = await seen(page, 'dingtalk', (now) => lineOf(now, '在吗')?.judged !== undefined);
    expect(view.status).toEqual(['服务没有连上']);
    expect(lineOf(view, '在吗')?.judged).toMatchObject({ tone: 'problem' });
    expect(view.lost).toHaveLength(1);
  });

  it('switches the faults of a platform on and off', async () => {
    const { page, settings } = await started('--port', '0');
    const answer = async () =>
      (await fetch(`${settings.WECHAT_API_BASE}/cgi-bin/menu/get?access_token=secret-token`)).status;
    const turn = (value: string) => act(page, 'wechat', { is: 'use', room: '', tool: 'fault-http500', value });
    await turn('on');
    expect([await answer(), await answer()]).toEqual([500, 500]);
    await turn('off');
    expect(await answer()).toBe(200);
    const { calls } = await viewOf(page, 'wechat');
    expect(calls.map(({ outcome }) => outcome)).toEqual(['200', '500 · 故障：http500', '500 · 故障：http500']);
    expect(JSON.stringify(calls)).not.toContain('secret-token');
  });

  it('takes nothing that the page of another site can send', async () => {
    const { page } = await started('--port', '0');
    const body = JSON.stringify({ is: 'say', room: 'wangfang', speaker: 'wangfang', at: false, text: '在吗' });
    const sent = await fetch(`${page}/api/dingtalk/act`, { method: 'POST', body });
    expect(sent.status).toBe(404);
    expect((await viewOf(page, 'dingtalk')).rooms.flatMap(({ lines }) => lines)).toEqual([]);
  });

  it('says how it is used when it is asked wrongly', async () => {
    await expect(started('--port', 'many')).rejects.toThrow(/ended with 2: 用法/);
  });
});
