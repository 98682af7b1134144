import { LineCounter, parseDocument } from 'yaml';
import { ContentError } from './content-error.ts';
import { type Entry, FrontMatter, type Section } from './entry.ts';

/** Reads one entry file: front matter between `---` lines, then Markdown in sections. Throws a ContentError. */
export function parseEntry(file: string, content: string): Omit<Entry, 'questions'> {
  const lines = content.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    throw new ContentError(file, 1, '文件要以“---”开头的信息块开始，并以单独一行“---”结束。');
  }
  return { ...frontMatter(file, lines.slice(1, end).join('\n')), sections: sections(file, lines, end + 1) };
}

function frontMatter(file: string, text: string) {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw new ContentError(file, (error.linePos?.[0].line ?? 1) + 1, `信息块不是有效的 YAML：${error.message}`);
  const parsed = FrontMatter.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  const offset = node?.range?.[0];
  const line = offset === undefined ? 1 : counter.linePos(offset).line + 1;
  throw new ContentError(file, line, `信息块的 ${path.join('.') || '字段'} 不对：${issue?.message ?? ''}。请照其他条目的写法改正。`);
}

function sections(file: string, lines: readonly string[], from: number): readonly Section[] {
  const found: { heading: string; level: 2 | 3; text: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    const heading = /^(##|###) (.+)$/.exec(line);
    if (heading) {
      found.push({ heading: (heading[2] ?? '').trim(), level: heading[1] === '##' ? 2 : 3, text: [] });
      continue;
    }
    const section = found.at(-1);
    if (!section && line.trim() !== '') throw new ContentError(file, index + 1, '正文要从“## 标题”开始。');
    section?.text.push(line);
  }
  if (found.length === 0) throw new ContentError(file, from + 1, '条目没有正文。请至少写一节“## 处理方法”。');
  return found.map(({ text, ...section }) => ({ ...section, text: text.join('\n').trim() }));
}
