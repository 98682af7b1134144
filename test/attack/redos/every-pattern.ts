import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';

/** A regular expression of the product, and where it stands. */
export interface Found {
  readonly where: string;
  readonly pattern: RegExp;
}

function sources(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${root}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|tsx|js)$/.test(name) && !name.includes('node_modules'))
    .sort();
}

interface Syntax {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
}

/** Every piece of a file's syntax, from the outside in. */
function syntaxOf(file: string): readonly Syntax[] {
  const pieces: Syntax[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    pieces.push(node);
    for (const inside of Object.values(node)) walk(inside);
  };
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  walk(program);
  return pieces;
}

/** Those that are written out. */
export function writtenPatterns(root: string): readonly Found[] {
  return sources(root).flatMap((file) =>
    syntaxOf(file).flatMap(({ type, regex }) =>
      type === 'Literal' && regex ? [{ where: file, pattern: new RegExp(regex.pattern, regex.flags) }] : [],
    ),
  );
}

/** The files that put patterns together. */
export function buildingFiles(root: string): readonly string[] {
  return sources(root).filter((file) =>
    syntaxOf(file).some(
      ({ type, callee }) => (type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp',
    ),
  );
}

/**
 * Those that are put together, taken down while that happens: when the modules are loaded, and then while `atWork` runs.
 * What `atWork` needs must be loaded by itself, not before.
 */
export async function builtPatterns(files: readonly string[], atWork: () => Promise<void>): Promise<readonly Found[]> {
  const found: Found[] = [];
  const Real = globalThis.RegExp;
  const taken = (pattern: RegExp): RegExp => {
    // Its first three lines are the message, this function and the trap.
    const caller = new Error('here').stack?.split('\n')[3] ?? '';
    const where = files.find((file) => caller.includes(`/${file}:`));
    if (where) found.push({ where, pattern });
    return pattern;
  };
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, given) => taken(Reflect.construct(target, given) as RegExp),
    apply: (target, self, given) => taken(Reflect.apply(target, self, given) as RegExp),
  });
  try {
    for (const file of files) await import(/* @vite-ignore */ pathToFileURL(file).href);
    await atWork();
  } finally {
    globalThis.RegExp = Real;
  }
  return found;
}
