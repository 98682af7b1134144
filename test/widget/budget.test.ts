import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { openDesk } from '../adapters/web/desk.ts';
import { overWire } from '../wire.ts';

/** Bytes over the wire for everything that is loaded before somebody asks for a rarer part. */
const MOST = 60_000;

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-widget.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The widget could not be built:\n${stderr}`);
});

const scripts = () => {
  const names = readdirSync('dist/widget').filter((name) => /^widget-[\w-]+\.js$/.test(name));
  return names.map((name) => readFileSync(`dist/widget/${name}`, 'utf8'));
};

/** Everything, with what is loaded later. */
const parts = () => {
  const later = readdirSync('dist/widget/widget').filter((name) => name.endsWith('.js'));
  return [...scripts(), ...later.map((name) => readFileSync(`dist/widget/widget/${name}`, 'utf8'))];
};

it.each(['br, gzip', 'gzip'])('sends at most 60 kB until it can be used, to whoever accepts %s', async (accept) => {
  const desk = await openDesk();
  onTestFinished(() => desk.close());
  const get = async (path: string) => {
    const answer = await overWire(`${desk.url}${path}`, { accept });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  const page = await get('/');
  const files = [...page.text.matchAll(/<(?:link|script)[^>]+(?:href|src)="([\w./-]+)"/g)].map(
    ([, file]) => `/${file}`,
  );
  expect(files).toContain('/widget.js');
  const imported = [...(await get('/widget.js')).text.matchAll(/'\.(\/widget-[\w-]+\.js)'/g)].map(
    ([, file = '']) => file,
  );
  expect(imported).toHaveLength(1);
  // Old browsers ask for the styles as a file of their own, and all for how a talk begins.
  const answers = await Promise.all([...files, ...imported, '/widget.css', '/api/welcome'].map(get));
  expect([page, ...answers].reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(MOST);
});

it('sends at most 120 kB more to whoever reads Traditional Chinese', () => {
  const names = readdirSync('dist/widget/widget').filter((name) => /^traditional-[\w-]+\.js\.gz$/.test(name));
  expect(names).toHaveLength(1);
  expect(statSync(`dist/widget/widget/${names[0]}`).size).toBeLessThanOrEqual(120_000);
});

it('is one file', () => {
  expect(scripts()).toHaveLength(1);
});

it('keeps looking at pictures out of it, and the worker in one piece', () => {
  const names = readdirSync('dist/widget/widget');
  expect(names.filter((name) => /^picture-(jobs|worker)-[\w-]+\.js$/.test(name))).toHaveLength(2);
  const worker = names.find((name) => name.startsWith('picture-worker-'));
  expect(readFileSync(`dist/widget/widget/${worker}`, 'utf8')).not.toMatch(/\bimport\b|\bexport\b|importScripts/);
});

it('uses nothing that the browsers of old phones lack', () => {
  // Of Chrome 70 and Safari 12: methods, which no compiler takes away.
  const newer =
    /\.(at|findLast|toSorted|replaceAll|allSettled|randomUUID|matchAll|replaceChildren|hasOwn|structuredClone)\(/g;
  for (const script of parts()) expect(script.match(newer)).toBeNull();
  // Syntax, which it does.
  for (const script of parts()) expect(script).not.toMatch(/\?\.|\?\?=|#\w+ in |static\{/);
});

it('has styles that browsers of old phones understand', () => {
  const styles = readFileSync('dist/widget/widget.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  expect(styles).not.toMatch(/\binset:|\bdvh\b|:is\(|:where\(|aspect-ratio:/);
  expect(styles.match(/(?<!grid-)gap:/g)).toBeNull();
});
