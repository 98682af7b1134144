import { ContentError } from './content-error.ts';
import { type Entry, FrontMatter, type Section } from './entry.ts';
import { readYaml } from './read-yaml.ts';

/** Reads one entry file: front matter between `---` lines, then Markdown in sections. Throws a ContentError. */
export function parseEntry(file: string, content: string): Omit<Entry, 'questions'> {
  const lines = content.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    throw new ContentError(file, 1, '文件要以“---”开头的信息块开始，并以单独一行“---”结束。');
  }
  const front = readYaml(file, lines.slice(1, end).join('\n'), FrontMatter, 1);
  return { ...front, sections: sections(file, lines, end + 1) };
}

function sections(file: string, lines: readonly string[], from: number): readonly Section[] {
  const found: { heading: string; level: 2 | 3; text: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (index < from) continue;
    const heading = /^(##|###) (.+)$/.exec(line);
    if (heading) {
      found.push({ heading: (heading[2] ?? '').trim(), level: heading[1] === '##' ? 2 : 3, text: [], line: index + 1 });
      continue;
    }
    const section = found.at(-1);
    if (!section && line.trim() !== '') throw new ContentError(file, index + 1, '正文要从“## 标题”开始。');
    section?.text.push(line);
  }
  const [first] = found;
  if (!first) throw new ContentError(file, from + 1, '条目没有正文。请至少写一节“## 处理方法”。');
  const read = found.map(({ heading, level, text }) => ({ heading, level, text: text.join('\n').trim() }));
  if (read.every(({ text }) => text === ''))
    throw new ContentError(file, first.line, '标题下面没有正文。请写上处理方法。');
  return read;
}
