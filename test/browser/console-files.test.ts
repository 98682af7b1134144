import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { overWire } from '../wire.ts';
import { consoleStage } from './console-stage.ts';

const stage = consoleStage({ shared: true });

it('keeps its hashed files for good, its page for no time, and lets no other site frame it', async () => {
  const { desk } = stage;
  const page = await desk.app.inject('/console/talks/some-talk');
  const policy = String(page.headers['content-security-policy']);
  const [, nonce] = /style-src 'self' 'nonce-([^']+)'/.exec(policy) ?? [];
  expect(nonce).toMatch(/^[\w+/]{22}==$/);
  expect(page.body).toContain(`nonce="${nonce}"`);
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page.headers['cache-control']).toBe('no-store');
  expect((await desk.app.inject('/console')).body).not.toContain(nonce);
  const [, script = ''] = /src="([^"]+\.js)"/.exec(page.body) ?? [];
  expect((await desk.app.inject(script)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await desk.app.inject('/console/assets/missing.js')).statusCode).toBe(404);
});

it('sends at most 300 kB until somebody can sign in', async () => {
  const { page } = await stage.open();
  const signIn = page.getByRole('button', { name: '登录', exact: true });
  await signIn.waitFor();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.reload();
  await signIn.waitFor();
  await page.waitForLoadState('networkidle');
  const files = [...new Set(requests.map((request) => request.url()))];
  expect(files.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(5);
  // Each anew: after the first visit the browser has them.
  const answers = await Promise.all(files.map((url) => overWire(url)));
  expect(answers.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(300_000);
});

it('sends a file as its hash names it, pressed as the browser can take it', async () => {
  const { port } = stage.desk.app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const file = readdirSync('dist/console/assets').find((name) => /^index-[\w-]+\.js$/.test(name)) ?? '';
  const whole = readFileSync(`dist/console/assets/${file}`, 'utf8');
  for (const [accept, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', undefined],
  ]) {
    const { headers, text } = await overWire(`${url}/console/assets/${file}`, { accept });
    expect([headers['content-encoding'], headers.vary, headers['content-type']]).toEqual([
      encoding,
      'accept-encoding',
      'application/javascript; charset=utf-8',
    ]);
    expect(text === whole).toBe(true);
  }
  expect((await overWire(`${url}/console/assets/${file}.br`)).status).toBe(404);
});

it('what draws plots is loaded with the first plot, and not with the console', () => {
  const assets = 'dist/console/assets';
  const index = readFileSync('dist/console/index.html', 'utf8');
  const drawing = readdirSync(assets).filter(
    (name) => name.endsWith('.js') && /zrender|ecModel/.test(readFileSync(`${assets}/${name}`, 'utf8')),
  );
  expect(drawing).toHaveLength(1);
  expect(index).not.toContain(drawing[0]);
});
