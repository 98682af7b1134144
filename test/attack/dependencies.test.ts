import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = read<{ readonly allowScripts: Record<string, boolean> }>('package.json');
const { packages } = read<{ readonly packages: Record<string, Locked> }>('package-lock.json');
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.split('node_modules/').at(-1) ?? path;

/** What may be handed on with a product under the MIT licence without more than naming it. */
const ALLOWED = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
];

/** What runs with the service under another licence, or without a word about it in the lock file, and why it may. */
const LOOKED_AT: readonly (readonly [name: RegExp, why: string])[] = [
  [/^@img\/sharp-(?:libvips|wasm32|win32)/, 'LGPL-3.0: a library of its own beside us, which anybody can exchange'],
  [/^libheif-js$/, 'LGPL-3.0: a package of its own, unchanged, which anybody can exchange'],
  [/^cldrjs$/, 'MIT, written in a form that the lock file does not read'],
];
const lookedAt = (name: string): boolean => LOOKED_AT.some(([known]) => known.test(name));

it('holds a checksum of every package, and no address of a registry', () => {
  expect(locked.length).toBeGreaterThan(500);
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual([]);
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/https?:\/\/[^"]*(?:registry|\.tgz)/);
});

/** `(MIT OR CC0-1.0)`: one of them is enough; `A AND B`: both. */
function isAllowed(license: string): boolean {
  const plain = license.replace(/[()]/g, '');
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed);
  return plain.split(' AND ').every((one) => ALLOWED.includes(one.trim()));
}

it('runs with packages of these licences alone', () => {
  const running = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
  expect(running.length).toBeGreaterThan(100);
  const strange = running.filter(([path, { license }]) => !isAllowed(license ?? 'none') && !lookedAt(nameOf(path)));
  expect(strange.map(([path, { license = 'none' }]) => `${nameOf(path)}: ${license}`)).toEqual([]);
  const names = running.map(([path]) => nameOf(path));
  expect(LOOKED_AT.filter(([known]) => !names.some((name) => known.test(name)))).toEqual([]);
});

it('lets no package run a script at installation that nobody has allowed or forbidden by name', () => {
  const scripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(scripts.length).toBeGreaterThan(0);
  expect([...new Set(scripts)].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});
