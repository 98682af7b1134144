import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { openPeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { buildConsole } from './console.ts';

beforeAll(buildConsole, 120_000);

it('keeps its hashed files for good, its page for no time, and lets no other site frame it', async () => {
  const knowledge = await trainedKnowledge();
  const desk = await openPeopleDesk(knowledge);
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
  await desk.close();
  await knowledge.close();
  expect(desk.faults).toEqual([]);
});

it('loads at most 400 kB at first', () => {
  // What the page itself names: its script, all that this imports, and their styles. Other pages come when looked at.
  const page = readFileSync('dist/console/index.html', 'utf8');
  const files = [...page.matchAll(/assets\/([^"/]+\.(?:js|css))"/g)].map(([, name]) => name);
  expect(files.length).toBeGreaterThan(1);
  const sizes = files.map((name) => gzipSync(readFileSync(`dist/console/assets/${name}`)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
});

it('what draws plots is loaded with the first plot, and not with the console', () => {
  const assets = 'dist/console/assets';
  const index = readFileSync('dist/console/index.html', 'utf8');
  const drawing = readdirSync(assets).filter(
    (name) => name.endsWith('.js') && /zrender|ecModel/.test(readFileSync(`${assets}/${name}`, 'utf8')),
  );
  expect(drawing).toHaveLength(1);
  expect(index).not.toContain(drawing[0]);
  const first = [...index.matchAll(/\/console\/assets\/([\w.-]+\.(?:js|css))/g)].map(([, name = '']) => name);
  const bytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(`${assets}/${name}`)).length, 0);
  expect(bytes).toBeLessThan(400 * 1024);
});
