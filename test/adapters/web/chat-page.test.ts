import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

const FOLDER = new URL('../../../web/page/', import.meta.url);

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
    const answer = await fetch(`${desk.url}/page/${file}`);
    expect([file, answer.status]).toEqual([file, 200]);
    await answer.arrayBuffer();
  }
  const etag = page.headers.get('etag') ?? '';
  expect((await desk.app.inject({ url: '/', headers: { 'if-none-match': etag } })).statusCode).toBe(304);
  expect(html).toContain('lang="zh-CN"');
});

it('serves nothing beside them', async () => {
  for (const path of [
    '/page/',
    '/page/../package.json',
    '/page/%2e%2e/%2e%2e/package.json',
    '/package.json',
    '/page/none.js',
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
  for (const page of ['index.html', 'demo.html']) {
    const html = await readFile(new URL(page, FOLDER), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  }
});
