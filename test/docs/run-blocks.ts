import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Block } from './blocks.ts';

/** Stands between what two blocks print. */
const BETWEEN = '== next block ==';
/** Loads TypeScript into Node. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs blocks of a shell as one session, in `folder`; what each printed, in order. */
export function runShell(blocks: readonly Block[], folder: string): Promise<readonly string[]> {
  const script = blocks.map(({ text }) => text).join(`\necho '${BETWEEN}'\n`);
  return printed('bash', ['-c', script], folder);
}

/** Runs blocks of TypeScript as one program, in `folder`; what each printed, in order. */
export async function runProgram(blocks: readonly Block[], folder: string): Promise<readonly string[]> {
  const program = join(folder, 'guide.mts');
  await writeFile(program, blocks.map(({ text }) => text).join(`\nconsole.log('${BETWEEN}');\n`));
  return printed(process.execPath, ['--import', TSX, program], folder);
}

async function printed(command: string, args: readonly string[], folder: string): Promise<readonly string[]> {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
  ]);
  if (errors.length > 0) throw new Error(`${command} complained:\n${errors.join('')}`);
  return out
    .join('')
    .split(`${BETWEEN}\n`)
    .map((text) => text.trim());
}
