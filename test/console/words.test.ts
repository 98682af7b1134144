import { expect, it } from 'vitest';
import { type Node, sourcesOf, walk } from './sources.ts';

const HAN = /\p{Script=Han}/u;
const sources = ['web/console', 'web/shared'].flatMap(sourcesOf);
/** What is Chinese and not said: the names of the characters in themselves, and the words of the conversion. */
const DATA: readonly string[] = ['locale.ts', 'dictionary.ts', 'traditional.ts'];

function calleeOf(node: Node | undefined): string | undefined {
  return node?.type === 'CallExpression' ? ((node.callee as Node).name as string | undefined) : undefined;
}

const saysFixed = (node: Node | undefined): boolean => calleeOf(node) === 't' || calleeOf(node) === 'rich';

/** The fixed text that a node is, if it is one: a string, a part of a template, words between tags. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return (value as { readonly cooked: string }).cooked;
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : undefined;
}

it('says nothing Chinese in the console but through t and rich', () => {
  const bare: string[] = [];
  let said = 0;
  for (const { name, program, lineOf } of sources) {
    if (DATA.includes(name)) continue;
    walk(program, (node, within) => {
      const text = textOf(node);
      if (text === undefined || !HAN.test(text)) return;
      const [parent] = within.slice(-1);
      if (parent !== undefined && saysFixed(parent) && (parent.arguments as readonly Node[])[0] === node) said += 1;
      else bare.push(`${name}:${lineOf(node)} ${text.trim()}`);
    });
  }
  expect(said).toBeGreaterThan(200);
  expect(bare).toEqual([]);
});

it('says it when it is shown, not when a module is loaded: characters are chosen later', () => {
  const early: string[] = [];
  for (const { name, program, lineOf } of sources) {
    walk(program, (node, within) => {
      if (!saysFixed(node) && calleeOf(node) !== 'written') return;
      if (!within.some(({ type }) => /Function|MethodDefinition/.test(type))) early.push(`${name}:${lineOf(node)}`);
    });
  }
  expect(early).toEqual([]);
});
