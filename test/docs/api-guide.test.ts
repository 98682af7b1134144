import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cut, degrade } from '../pictures/degrade.ts';
import { idFront } from '../pictures/id-front.ts';
import { photoOf } from '../pictures/photo-of.ts';
import { type Block, blocksOf, examplesOf } from './blocks.ts';
import { differences } from './differences.ts';
import { runProgram, runShell } from './run-blocks.ts';
import { type Service, startService } from './service.ts';

const ENGLISH = readFileSync('docs/api.md', 'utf8');
const CHINESE = readFileSync('docs/zh/api.md', 'utf8');
/** Where the service of the page is. */
const BASE = 'http://127.0.0.1:3000';
const RUNNERS = { sh: runShell, ts: runProgram };
const examples = examplesOf(ENGLISH);

let service: Service;
let folder: string;
/** What each block of a language printed, by its line. */
const printed = new Map<number, string>();

beforeAll(async () => {
  if (spawnSync('curl', ['--version']).error) {
    throw new Error('The examples of docs/api.md need curl, which is not installed: apt install curl');
  }
  service = await startService(settingsOf(ENGLISH), accountOf(ENGLISH));
  folder = await mkdtemp(join(tmpdir(), 'beian-guide-'));
  const photo = sharp(await degrade(await photoOf(await idFront()), cut('right', 0.2)));
  await writeFile(join(folder, 'photo.jpg'), await photo.jpeg().toBuffer());
  // Both talk with the same agent: one after the other.
  for (const kind of ['sh', 'ts'] as const) {
    const blocks = examples.flatMap(({ code }) => code.filter((block) => block.kind === kind));
    const outputs = await RUNNERS[kind](blocks.map(here), folder);
    blocks.forEach(({ line }, at) => {
      printed.set(line, outputs[at] ?? 'nothing: the examples before it broke off');
    });
  }
}, 120_000);
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

/** A block that asks the service which runs, instead of the page's. */
function here(block: Block): Block {
  return { ...block, text: block.text.replaceAll(BASE, service.url) };
}

function blockOf(page: string, kind: string): string {
  const [block] = blocksOf(page).filter((one) => one.kind === kind);
  if (!block) throw new Error(`The page has no block of ${kind}`);
  return block.text.trim();
}

function settingsOf(page: string): Record<string, string> {
  const lines = blockOf(page, 'dotenv').split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
}

/** From `echo 'password' | npm run agent -- …`. */
function accountOf(page: string) {
  const [, password = '', args = ''] = /^echo '(.+)' \| npm run agent -- (.+)$/.exec(blockOf(page, 'console')) ?? [];
  return { password, args: args.split(' ') };
}

/** What is shown, each time with another of its texts, numbers or lines changed. */
function broken({ kind, text, line }: Block): readonly Block[] {
  if (kind === 'text') {
    const lines = text.trimEnd().split('\n');
    return lines.map((_, at) => ({ kind, line, text: lines.with(at, 'something else').join('\n') }));
  }
  return [...text.matchAll(/(?<=[:[] ?|, )("(?:[^"\\]|\\.)*"|\d+|true|false|null)(?=\s*[,\]}\n])/g)]
    .filter(([value]) => value !== '"…"')
    .map(({ index, 0: value }) => ({
      ...{ kind, line },
      text: `${text.slice(0, index)}"something else"${text.slice(index + value.length)}`,
    }));
}

describe('the examples of the API guide', () => {
  it.each(examples.flatMap(({ code, shown }) => code.map((block) => ({ ...block, shown }))))(
    'print what the page shows: $kind at line $line',
    ({ line, shown }) => {
      const output = printed.get(line) ?? '';
      expect(shown ? differences(shown, output) : output).toEqual(shown ? [] : '');
    },
  );

  it('would not agree with a page that shows anything else', () => {
    const all = examples.flatMap(({ code, shown }) => (shown ? broken(shown).map((other) => ({ code, other })) : []));
    expect(all.length).toBeGreaterThan(200);
    for (const { code, other } of all) {
      for (const { line } of code) expect(differences(other, printed.get(line) ?? ''), other.text).not.toEqual([]);
    }
  });

  it('are TypeScript without faults', async () => {
    const program = join(folder, 'guide.mts');
    const types = ['--types', 'node', '--typeRoots', join(process.cwd(), 'node_modules/@types')];
    const how = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--noUncheckedIndexedAccess',
      '--target',
      'es2023',
      '--module',
      'nodenext',
    ];
    const { stdout } = spawnSync('node_modules/.bin/tsc', [...how, ...types, program], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('are the same on the Chinese page', () => {
    const code = (page: string) => blocksOf(page).map(({ kind, text }) => `${kind}\n${text}`);
    expect(code(CHINESE)).toEqual(code(ENGLISH));
  });
});
