import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { overWire } from '../../wire.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let pinned: string;
beforeAll(async () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-widget.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The widget could not be built:\n${stderr}`);
  pinned = readdirSync('dist/widget').find((name) => /^widget-[\w-]+\.js$/.test(name)) ?? '';
  desk = await openDesk();
});
afterAll(() => desk.close());

/** As it is written: `fetch` would tidy the path up. */
function raw(path: string, method = 'GET'): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(`${desk.url}/`, { path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

it('gives scripts and styles to every site, the named ones for good and the newest anew each time', async () => {
  for (const [path, type, kept] of [
    ['/widget.js', 'application/javascript; charset=utf-8', 'no-cache'],
    ['/widget.css', 'text/css; charset=utf-8', 'no-cache'],
    [`/${pinned}`, 'application/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ] as const) {
    const { status, headers } = await fetch(`${desk.url}${path}`, { headers: { origin: 'https://elsewhere.example' } });
    expect([path, status, headers.get('content-type'), headers.get('cache-control')]).toEqual([path, 200, type, kept]);
    expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
    // A style sheet of another site comes without CORS: only this lets it in.
    expect([path, headers.get('cross-origin-resource-policy')]).toEqual([path, 'cross-origin']);
  }
  const etag = (await fetch(`${desk.url}/widget.js`)).headers.get('etag') ?? '';
  const again = await desk.app.inject({ url: '/widget.js', headers: { 'if-none-match': etag } });
  expect(again.statusCode).toBe(304);
});

it('loads the pinned file from the newest, and serves it as it was pinned', async () => {
  expect(await (await fetch(`${desk.url}/widget.js`)).text()).toBe(`import './${pinned}';\n`);
  const sum = (bytes: Buffer) => createHash('sha384').update(bytes).digest('base64');
  const served = Buffer.from(await (await fetch(`${desk.url}/${pinned}`)).arrayBuffer());
  expect(sum(served)).toBe(sum(readFileSync(`dist/widget/${pinned}`)));
});

it('presses what is large, tells caches so, and knows each form again', async () => {
  for (const path of ['/widget.css', `/${pinned}`]) {
    const whole = readFileSync(`dist/widget${path}`, 'utf8');
    const tags = new Set<string | undefined>();
    for (const [accept, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', undefined],
    ]) {
      const { headers, text } = await overWire(`${desk.url}${path}`, { accept });
      expect([path, headers['content-encoding'], headers.vary]).toEqual([path, encoding, 'accept-encoding']);
      expect(text === whole).toBe(true);
      tags.add(headers.etag);
    }
    expect(tags.size).toBe(3);
  }
});

it('has browsers ask for its pages each time', async () => {
  for (const path of ['/', '/demo', '/page/page.css']) {
    const { headers } = await overWire(`${desk.url}${path}`);
    expect([path, headers['cache-control'], headers.vary]).toEqual([path, 'no-cache', 'accept-encoding']);
    expect(headers.etag).toBeDefined();
  }
});

it('answers HEAD without a body', async () => {
  for (const path of ['/widget.js', `/${pinned}`, '/', '/demo', '/page/page.css']) {
    const answer = await raw(path, 'HEAD');
    expect([path, answer]).toEqual([path, { status: 200, body: '' }]);
  }
});

it('serves nothing beside them', async () => {
  for (const path of [
    '/widget-00000000.js',
    '/widget/none.js',
    '/widget/',
    '/.built',
    '/widget.css.br',
    '/widget.css.gz',
    '/page/',
    '/page/none.css',
    '/package.json',
    '/../package.json',
    '/page/../../package.json',
    '/page/%2e%2e/%2e%2e/package.json',
    '/page/..%2f..%2fpackage.json',
    '/widget/..%2f.built',
    '/widget/..\\.built',
    '//etc/passwd',
    '/page//etc/passwd',
  ]) {
    const { status, body } = await raw(path);
    expect([path, status, JSON.parse(body).error.code]).toEqual([path, 404, 'not-found']);
  }
});

it('has no script, no style and no handler inside its pages', async () => {
  for (const path of ['/', '/demo', '/privacy']) {
    const answer = await fetch(`${desk.url}${path}`);
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
    expect(await answer.text()).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  }
});
