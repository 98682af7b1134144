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

/** Those that are written out. */
export function writtenPatterns(root: string): readonly Found[] {
  return sources(root).flatMap((file) => {
    const found: Found[] = [];
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      const { regex, type } = node as {
        readonly regex?: { readonly pattern: string; readonly flags: string };
        readonly type?: string;
      };
      if (type === 'Literal' && regex) found.push({ where: file, pattern: new RegExp(regex.pattern, regex.flags) });
      for (const inside of Object.values(node)) walk(inside);
    };
    const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    walk(program);
    return found;
  });
}

/** Those that modules put together when they are loaded, taken down while that happens. */
export async function builtPatterns(root: string): Promise<readonly Found[]> {
  const building = sources(root).filter((file) => readFileSync(file, 'utf8').includes('new RegExp('));
  const found: Found[] = [];
  const Real = globalThis.RegExp;
  for (const file of building) {
    globalThis.RegExp = new Proxy(Real, {
      construct(target, given) {
        const pattern = Reflect.construct(target, given) as RegExp;
        if (new Error('here').stack?.includes(`/${root}/`)) found.push({ where: file, pattern });
        return pattern;
      },
    });
    try {
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    } finally {
      globalThis.RegExp = Real;
    }
  }
  return found;
}
