import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/knowledge/content-error.ts';
import { type Content, loadContent } from '../../src/knowledge/load.ts';
import { loadRules } from '../../src/knowledge/rules.ts';
import { type SmallContent, smallContent } from './small-content.ts';

const ENTRY = 'faq/05-certificate-uploading.md';
const QUESTIONS = 'faq/05-certificate-uploading.txt';

let content: SmallContent;
beforeEach(() => {
  content = smallContent();
});
afterEach(() => content.remove());

/** What loading complains about; the file is told from the content's folder on. */
async function complaint(load: (dataDir: string) => Promise<unknown> = loadContent): Promise<string> {
  const error = await load(content.dataDir).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ContentError);
  const { message, file, line } = error as ContentError;
  expect(message.startsWith(`${file}:${line} `)).toBe(true);
  return message.slice(content.dataDir.length + 1).replaceAll('\\', '/');
}

/** The line (from 1) on which a text stands. */
function lineOf(file: string, text: string): number {
  return (
    content
      .read(file)
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

describe('loading', () => {
  it('gives entries with their sections and questions, by number', async () => {
    const { entries, outside } = await loadContent(content.dataDir);
    expect(entries.map(({ number, questions }) => [number, questions.length])).toEqual([
      [4, 25],
      [5, 25],
      [12, 25],
    ]);
    expect(entries[1]?.sections.map(({ heading, level }) => [heading, level])).toEqual([
      ['问题描述', 2],
      ['处理方法', 2],
    ]);
    expect(outside).toHaveLength(72);
    expect(outside[0]).toMatchObject({ kind: 'near-domain', topic: '口语' });
  });

  it('reads line ends and byte order marks of Windows the same', async () => {
    const before = await loadContent(content.dataDir);
    for (const file of [ENTRY, QUESTIONS, 'out-of-scope/meta.txt', 'rules/homophones.json', 'rules/decision.json']) {
      content.write(file, `\uFEFF${content.read(file).replaceAll('\n', '\r\n')}`);
    }
    const after: Content = await loadContent(content.dataDir);
    expect(after).toEqual(before);
    await expect(loadRules(content.dataDir)).resolves.toHaveProperty('homophones.备按', '备案');
  });

  it('reads which other entries answer a question too', async () => {
    content.write(QUESTIONS, '# 口语\n证书怎么传\t4\n证书和方案书\t 4, 12 \n没有别的\t\n');
    const { entries } = await loadContent(content.dataDir);
    expect(entries[1]?.questions.map(({ also }) => also)).toEqual([[4], [4, 12], []]);
  });

  it('orders entries by number, not by name, from 100 on too', async () => {
    for (const end of ['md', 'txt'])
      content.write(`faq/100-hundred.${end}`, content.read(`faq/12-download-forms.${end}`));
    content.edit('faq/100-hundred.md', 'number: 12', 'number: 100');
    content.edit('faq/100-hundred.md', 'id: download-forms', 'id: hundred');
    const { entries } = await loadContent(content.dataDir);
    expect(entries.map(({ number }) => number)).toEqual([4, 5, 12, 100]);
    content.edit('faq/12-download-forms.md', 'related: []', 'related: [99]');
    expect(await complaint()).toMatch(/^faq\/12-download-forms\.md:/);
  });

  it('passes over hidden files and what is neither entry nor questions', async () => {
    content.write('faq/.05-certificate-uploading.md.swp', 'x');
    content.write('faq/.hidden.md', 'x');
    content.write('faq/05-certificate-uploading.md~', 'x');
    await expect(loadContent(content.dataDir)).resolves.toHaveProperty('entries.length', 3);
  });
});

describe('an entry that cannot be used', () => {
  it.each([
    ['no front matter', '# 标题\n', 1, '信息块'],
    ['a front matter without end', '---\nid: x\n', 1, '信息块'],
    ['an empty front matter', '---\n---\n\n## 处理方法\n\n好\n', 2, '内容'],
    ['a front matter that is no mapping', '---\n- a\n---\n', 2, '内容'],
    ['broken YAML', '---\nid: x\nnumber: 5\ntitle: "关上了" 又写\nlabel: x\n---\n', 4, '引号'],
    ['an alias to nothing', '---\nid: *nobody\n---\n', 2, '格式'],
    ['a field twice', '---\nid: x\nid: y\n---\n', 3, '格式'],
  ])('is told by its line: %s', async (_what, text, line, words) => {
    content.write(ENTRY, text);
    const said = await complaint();
    expect(said).toMatch(new RegExp(`^${ENTRY}:${line} `));
    expect(said).toContain(words);
  });

  it.each([
    ['title', /^title: .*$/m, 'title: [不是, 文字]', 'title'],
    ['id', /^id: .*$/m, 'id: 不行', 'scan-qr-code'],
    ['number', /^number: .*$/m, 'number: 五', 'number'],
    ['label', /^label: .*$/m, `label: ${'长'.repeat(25)}`, 'label'],
    ['errors', /^errors:\n {2}- .*$/m, 'errors: 上传中', 'errors'],
    ['date', /date: .*$/m, 'date: 2023年3月24日', 'YYYY-MM-DD'],
    ['labl', /^label: (.*)$/m, 'label: $1\nlabl: 多余', 'labl'],
  ])('is told by the line of the field: %s', async (field, from, to, words) => {
    content.write(ENTRY, content.read(ENTRY).replace(from, to));
    const said = await complaint();
    expect(said).toMatch(new RegExp(`^${ENTRY}:${lineOf(ENTRY, `${field}:`)} `));
    expect(said).toContain(words);
    expect(said).toMatch(/请照其他文件的写法改正。$/);
  });

  it.each(['id', 'number', 'title', 'label', 'roles', 'errors', 'related', 'checks', 'source'])(
    'misses a field: %s',
    async (field) => {
      const lines = content.read(ENTRY).split('\n');
      const from = lines.findIndex((line) => line.startsWith(`${field}:`));
      const to = lines.findIndex((line, at) => at > from && !line.startsWith(' '));
      content.write(ENTRY, [...lines.slice(0, from), ...lines.slice(to)].join('\n'));
      expect(await complaint()).toMatch(new RegExp(`^${ENTRY}:2 ${field} 不对：`));
    },
  );

  it('misses a field inside another: the line of the other is told', async () => {
    content.write(ENTRY, content.read(ENTRY).replace(/^ {2}title: .*\n/m, ''));
    expect(await complaint()).toMatch(new RegExp(`^${ENTRY}:${lineOf(ENTRY, 'source:') + 1} source.title `));
  });

  it.each([
    ['text before the first heading', '\n没有标题的话\n## 处理方法\n', '从“## 标题”开始'],
    ['no section', '\n\n', '没有正文'],
    ['a heading without text', '\n## 处理方法\n\n', '没有正文'],
  ])('has %s', async (_what, body, words) => {
    const [head = ''] = content.read(ENTRY).split(/(?<=\n---\n)/);
    content.write(ENTRY, head + body);
    const said = await complaint();
    expect(Number(/:(\d+) /.exec(said)?.[1])).toBeGreaterThanOrEqual(head.split('\n').length);
    expect(said).toContain(words);
  });

  it('has another number than its file', async () => {
    content.edit(ENTRY, 'number: 5', 'number: 6');
    expect(await complaint()).toBe(`${ENTRY}:3 文件名以 5 开头，number 却是 6。请改成一致。`);
  });

  it('has the number or the name of another', async () => {
    for (const end of ['md', 'txt'])
      content.write(`faq/05-again.${end}`, content.read(`faq/05-certificate-uploading.${end}`));
    expect(await complaint()).toMatch(
      /^faq\/05-certificate-uploading\.md:2 序号 5 或名称 certificate-uploading 与 .*faq.05-again\.md 重复/,
    );
    content.edit('faq/05-again.md', 'id: certificate-uploading', 'id: again');
    expect(await complaint()).toMatch(/^faq\/05-certificate-uploading\.md:3 /);
  });

  it('is related to an entry that is not there', async () => {
    content.edit(ENTRY, 'related: []', 'related: [4, 77]');
    expect(await complaint()).toBe(
      `${ENTRY}:${lineOf(ENTRY, 'related')} related 提到了不存在的条目 77。请改正或删掉。`,
    );
  });
});

describe('a question file that cannot be used', () => {
  it.each([
    ['没有标题\n', 1, '缺少标题行'],
    ['\n# 口语\n#没有空格\n', 3, '井号后面空一格'],
    ['# \n问题\n', 1, '井号后面空一格'],
    ['# 口语\n问题一\n问题二\tabc\n', 3, '用逗号分开'],
    ['# 口语\n问题\t2,\n', 2, '用逗号分开'],
    ['# 口语\n问题\t-2\n', 2, '用逗号分开'],
    ['# 口语\n问题\t2.5\n', 2, '用逗号分开'],
    ['# 口语\n问题\t4\t5\n', 2, '用逗号分开'],
    ['# 口语\n \t4\n', 2, '缺少问题'],
    ['# 口语\n好的\n问题\t4,77\n', 3, '不存在的条目 77'],
    ['# 口语\n\n', 1, '至少要有一个问题'],
    ['', 1, '至少要有一个问题'],
  ])('is told by its line: %j', async (text, line, words) => {
    content.write(QUESTIONS, text);
    const said = await complaint();
    expect(said).toMatch(new RegExp(`^${QUESTIONS}:${line} `));
    expect(said).toContain(words);
  });

  it('is missing', async () => {
    rmSync(join(content.dataDir, QUESTIONS));
    expect(await complaint()).toBe(`${QUESTIONS}:1 缺少这个文件。请补上。`);
  });

  it('has no entry', async () => {
    rmSync(join(content.dataDir, ENTRY));
    expect(await complaint()).toContain(`${QUESTIONS}:1 旁边缺少条目文件 05-certificate-uploading.md`);
  });

  it('misses a kind, or has one that nobody knows', async () => {
    renameSync(join(content.dataDir, 'out-of-scope/meta.txt'), join(content.dataDir, 'out-of-scope/mata.txt'));
    expect(await complaint()).toMatch(/^out-of-scope\/mata\.txt:1 不认识的类别。.*meta/);
    rmSync(join(content.dataDir, 'out-of-scope/mata.txt'));
    expect(await complaint()).toBe('out-of-scope/meta.txt:1 缺少这个文件。请补上。');
  });
});

describe('a folder that cannot be used', () => {
  it('holds a file that nothing would read', async () => {
    content.write('faq/new-entry.md', content.read(ENTRY));
    expect(await complaint()).toMatch(/^faq\/new-entry\.md:1 文件名要写成“序号-名称\.md”/);
  });

  it('is empty or missing', async () => {
    rmSync(join(content.dataDir, 'faq'), { recursive: true });
    expect(await complaint()).toBe('faq:1 缺少这个文件夹。请补上。');
    mkdirSync(join(content.dataDir, 'faq'));
    expect(await complaint()).toBe('faq:1 这个文件夹里没有条目。');
  });
});

describe('a rule file that cannot be used', () => {
  it.each([
    ['rules/homophones.json', '{\n  "words": {\n    "备按": "备案"\n    "被案": "备案"\n  }\n}', 4, '逗号'],
    ['rules/homophones.json', '{\n  "words": {\n    "备按": 5\n  }\n}', 3, 'words.备按'],
    ['rules/homophones.json', '{}', 1, 'words'],
    ['rules/decision.json', '{\n  "costs": {\n    "wrong": -1\n  }\n}', 3, 'costs.wrong'],
    ['rules/decision.json', '', 1, '内容'],
  ])('is told by its line: %s %j', async (file, text, line, words) => {
    content.write(file, text);
    const said = await complaint(loadRules);
    expect(said).toMatch(new RegExp(`^${file}:${line} `));
    expect(said).toContain(words);
  });

  it('is missing', async () => {
    rmSync(join(content.dataDir, 'rules/decision.json'));
    expect(await complaint(loadRules)).toBe('rules/decision.json:1 缺少这个文件。请补上。');
  });
});
