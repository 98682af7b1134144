import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

/** A node of a parsed source, as far as the walk below looks at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

export interface Source {
  /** Beneath the folder, with `/`. */
  readonly name: string;
  readonly program: Node;
  lineOf(node: Node): number;
}

/** The parsed sources under a folder. */
export function sourcesOf(folder: string): readonly Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const code = readFileSync(path, 'utf8');
      const { program, errors } = parseSync(path, code);
      if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
      return {
        name,
        program: program as unknown as Node,
        lineOf: ({ start }) => code.slice(0, start).split('\n').length,
      };
    });
}

/** Calls `visit` for every node with those it stands in, the outermost first, in the order of the source. */
export function walk(
  node: Node,
  visit: (node: Node, within: readonly Node[]) => void,
  within: readonly Node[] = [],
): void {
  visit(node, within);
  for (const field of Object.values(node)) {
    for (const child of Array.isArray(field) ? field : [field])
      if (isNode(child)) walk(child, visit, [...within, node]);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
