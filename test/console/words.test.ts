import { describe, expect, it } from 'vitest';
import { english } from '../../web/console/locale/english.ts';
import { fixedTexts } from '../../web/shared/fixed-texts.ts';
import { traditional } from '../../web/shared/traditional.ts';
import { type Node, sourcesOf, walk } from './sources.ts';

const FOLDER = 'web/console';
const HAN = /\p{Script=Han}/u;
/** Texts that are data: the names of languages in themselves, and the keys of the dictionaries. */
const DATA = /^locale\/(?:locale\.ts|traditional\.ts|en\/.*)$/;

const texts = fixedTexts(FOLDER);
const sources = sourcesOf(FOLDER);

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

function calleeOf(node: Node | undefined): string | undefined {
  return node?.type === 'CallExpression' ? ((node.callee as Node).name as string | undefined) : undefined;
}

const saysFixed = (node: Node | undefined): boolean => calleeOf(node) === 't' || calleeOf(node) === 'rich';

/** The fixed text that a node is, if it is one: a string, a part of a template, words between tags. */
function textOf({ type, value }: Node): string | undefined {
  if (type === 'TemplateElement') return (value as { readonly cooked: string }).cooked;
  return (type === 'Literal' || type === 'JSXText') && typeof value === 'string' ? value : undefined;
}

describe('the fixed texts of the console', () => {
  it('are found where they are', () => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts).toContain('用户要求人工');
    expect(texts).toContain('已告知办法');
    expect(texts).toContain('振铃中');
  });

  it('all have their English', () => {
    expect(texts.filter((text) => !(text in english))).toEqual([]);
  });

  it('are all still said, where they have English', () => {
    expect(Object.keys(english).filter((text) => !texts.includes(text))).toEqual([]);
  });

  it('keep their places for values', () => {
    const torn = texts
      .filter((text) => text in english)
      .filter((text) => {
        const [chinese, ...others] = [text, english[text] ?? '', traditional(text)].map(placeholders);
        return others.some((one) => one.join() !== chinese?.join());
      });
    expect(torn).toEqual([]);
  });

  it('are English in English, but for what they quote', () => {
    const unquoted = Object.values(english).map((text) => text.replace(/“[^”]*”/g, ''));
    expect(unquoted.filter((text) => HAN.test(text))).toEqual([]);
  });

  it('are in the words of Taiwan where they are in its signs', () => {
    expect(traditional('机器人在接待')).toBe('機器人在接待');
    expect(traditional('信息')).toBe('資訊');
    expect(traditional('设置')).toBe('設定');
    expect(traditional('网络不通')).toBe('網路不通');
    expect(traditional('用户')).toBe('使用者');
    expect(traditional('退出登录')).toBe('登出');
    expect(traditional('留言里没有找到。')).toBe('留言裡沒有找到。');
    // Signs that are written in no way but the simplified one.
    const simplified = /[个们这发对话访请马让过还没现]/;
    expect(texts.map(traditional).filter((text) => simplified.test(text))).toEqual([]);
  });
});

describe('the sources of the console', () => {
  it('say nothing Chinese but through t and rich', () => {
    const bare: string[] = [];
    for (const { name, program, lineOf } of sources) {
      if (DATA.test(name)) continue;
      walk(program, (node, within) => {
        const text = textOf(node);
        if (text === undefined || !HAN.test(text)) return;
        const [parent] = within.slice(-1);
        const isKey = parent !== undefined && saysFixed(parent) && (parent.arguments as readonly Node[])[0] === node;
        if (!isKey) bare.push(`${name}:${lineOf(node)} ${text.trim()}`);
      });
    }
    expect(bare).toEqual([]);
  });

  it('give t and rich literals, whose language is chosen when they are said', () => {
    const wrong: string[] = [];
    for (const { name, program, lineOf } of sources) {
      walk(program, (node, within) => {
        if (!saysFixed(node) || name.startsWith('locale/')) return;
        const [text] = node.arguments as readonly Node[];
        const isLater = within.some(({ type }) => /Function|MethodDefinition/.test(type));
        if (text?.type !== 'Literal' || !String(text.raw).startsWith("'") || !isLater)
          wrong.push(`${name}:${lineOf(node)}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});
