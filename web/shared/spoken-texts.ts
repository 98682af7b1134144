import { readFileSync } from 'node:fs';
import { parseAst } from 'vite';
import { SPOKEN_FILES, UNSPOKEN } from './spoken-files.ts';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;
type Element = { readonly value: { readonly cooked: string } };

const HAN = /\p{Script=Han}/u;
/** Calls that only read people's words, say what is for others, or complain to the operator. */
const NOT_SAID_BY = new Set(['only', 'numbered', 'RegExp', 'refine', 'includes', 'startsWith', 'indexOf', 'replace']);
const NOT_SAID_AS = new Set(['says', 'read', 'summary', 'description']);
/** Of the rules: notes for editors, and what is quoted. */
const NOT_SAID_IN_RULES = new Set(['note', 'title', 'sentence', 'provinces', 'source', 'shown', 'link', 'others']);

/**
 * All sentences and pieces of sentences that the bot says, a line each, out of its own sources: of one area, or of all.
 * `{name}` stands for a value, numbered where it is no plain name. Runs where the widget is built and tested, not in it.
 */
export function spokenTexts(area?: string): readonly string[] {
  const found = new Set<string>();
  const say = (text: string): void => {
    for (const line of text.split(/\n+/)) if (HAN.test(line)) found.add(line.replace(/^- /, ''));
  };
  for (const file of area === undefined ? Object.values(SPOKEN_FILES).flat() : (SPOKEN_FILES[area] ?? [])) {
    const source = readFileSync(file, 'utf8');
    if (file.endsWith('.json')) inRules(JSON.parse(source), say);
    else inSource(parseAst(source, { lang: 'ts' }), say);
  }
  return [...found].filter((text) => !UNSPOKEN.some((pattern) => pattern.test(text)));
}

function inRules(rule: unknown, say: (text: string) => void): void {
  if (typeof rule === 'string') say(rule);
  if (typeof rule !== 'object' || rule === null) return;
  for (const [key, value] of Object.entries(rule)) if (!NOT_SAID_IN_RULES.has(key)) inRules(value, say);
}

function inSource(node: unknown, say: (text: string) => void): void {
  if (Array.isArray(node)) for (const one of node) inSource(one, say);
  if (!isNode(node) || isUnsaid(node)) return;
  if (node.type === 'Literal' && typeof node.value === 'string') say(node.value);
  if (node.type === 'TemplateLiteral') say(templateOf(node));
  for (const [key, value] of Object.entries(node)) if (key !== 'key' && typeof value === 'object') inSource(value, say);
}

function isNode(node: unknown): node is Node {
  return typeof node === 'object' && node !== null && 'type' in node;
}

function isUnsaid(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return NOT_SAID_BY.has(nameOf(node.callee) ?? '');
    case 'Property':
      return NOT_SAID_AS.has(nameOf(node.key) ?? '');
    case 'BinaryExpression':
    case 'ImportDeclaration':
    case 'TSLiteralType':
      return true;
    default:
      return false;
  }
}

/** The last name of `a.b.c`. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  return node.type === 'Identifier' ? String(node.name) : nameOf(node.property);
}

/** A name that is used twice is numbered the second time: they need not be the same. */
function templateOf(node: Node): string {
  const holes = (node.expressions as readonly unknown[]).map((hole) => {
    const isPlain = isNode(hole) && (hole.type === 'Identifier' || hole.type === 'MemberExpression') && !hole.computed;
    return isPlain ? nameOf(hole) : undefined;
  });
  const names = holes.map((name, at) => (name === undefined || holes.indexOf(name) < at ? `${at + 1}` : name));
  const parts = (node.quasis as readonly Element[]).map(({ value }) => value.cooked);
  return parts.map((part, at) => (at === 0 ? part : `{${names[at - 1]}}${part}`)).join('');
}
