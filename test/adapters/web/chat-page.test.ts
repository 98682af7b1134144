import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const FOLDER = new URL('../../../web/chat/', import.meta.url);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

it('serves the page and all its files, and lets browsers keep what did not change', async () => {
  const page = await fetch(desk.url);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const html = await page.text();
  for (const file of await readdir(FOLDER)) {
    const answer = await fetch(`${desk.url}/chat/${file}`);
    expect([file, answer.status]).toEqual([file, 200]);
    await answer.arrayBuffer();
  }
  const etag = page.headers.get('etag') ?? '';
  expect((await desk.app.inject({ url: '/', headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  expect(html).toContain('lang="zh-CN"');
});

it('serves nothing beside them', async () => {
  for (const path of [
    '/chat/',
    '/chat/../package.json',
    '/chat/%2e%2e/%2e%2e/package.json',
    '/package.json',
    '/chat/none.js',
  ]) {
    const answer = await desk.app.inject(path);
    expect([path, answer.statusCode, answer.json().error.code]).toEqual([path, 404, 'not-found']);
  }
});

it('writes no markup from strings, and has no script or style in its HTML', async () => {
  for (const file of await readdir(FOLDER)) {
    const text = await readFile(new URL(file, FOLDER), 'utf8');
    expect([file, text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)]).toEqual([
      file,
      null,
    ]);
  }
  const html = await readFile(new URL('index.html', FOLDER), 'utf8');
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
});

it('has a contrast of 4.5 or more for every ink on its grounds, light and dark', async () => {
  const css = await readFile(new URL('tokens.css', FOLDER), 'utf8');
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
  const tokens = (part: string) =>
    Object.fromEntries([...part.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, value]) => [name, value]));
  const pairs = [
    ['on-fill', 'brand-fill', 'stop-fill'],
    ['ink', 'ground', 'surface'],
    ['ink-2', 'ground', 'surface'],
    ['brand-ink', 'ground', 'surface', 'brand-tint'],
    ['problem-ink', 'ground', 'surface'],
    ['good-ink', 'ground', 'surface'],
    ['notice-ink', 'notice-tint'],
  ] as const;
  for (const theme of [tokens(light), { ...tokens(light), ...tokens(dark) }]) {
    for (const [ink, ...grounds] of pairs) {
      for (const ground of grounds) {
        const ratio = contrast(theme[ink] ?? '', theme[ground] ?? '');
        expect({ ink, ground, enough: ratio >= 4.5, ratio }).toMatchObject({ enough: true });
      }
    }
  }
});

/** WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
