import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';

/** Bytes of gzip for everything that is loaded before somebody asks for a rarer part. */
const MOST = 60 * 1024;

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

it('is one file of at most 60 kB', () => {
  const all = scripts();
  expect(all).toHaveLength(1);
  expect(gzipSync(all[0] ?? '').length).toBeLessThanOrEqual(MOST);
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
