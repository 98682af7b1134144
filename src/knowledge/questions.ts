import { ContentError } from './content-error.ts';

export interface QuestionLine {
  readonly text: string;
  readonly heading: string;
  readonly also: readonly number[];
  readonly line: number;
}

/**
 * A question file: one a line under `# ` headings; after a tab, the numbers of
 * other entries that answer it too.
 */
export function parseQuestions(file: string, content: string): readonly QuestionLine[] {
  let heading: string | undefined;
  return content.split(/\r?\n/).flatMap((raw, index) => {
    const line = index + 1;
    if (raw.trim() === '') return [];
    if (raw.startsWith('#')) {
      heading = /^# (.*\S)\s*$/.exec(raw)?.[1]?.trim();
      if (heading === undefined) throw new ContentError(file, line, '标题行要写成“# 标题”，井号后面空一格。');
      return [];
    }
    if (heading === undefined) {
      throw new ContentError(file, line, '问题上面缺少标题行。请在它上面加一行，例如“# 口语”。');
    }
    const [text = '', also = '', ...rest] = raw.split('\t').map((part) => part.trim());
    if (text === '') throw new ContentError(file, line, '制表符前面缺少问题。');
    if (rest.length > 0 || !/^(|\d+(\s*,\s*\d+)*)$/.test(also)) {
      throw new ContentError(file, line, '制表符后面只能写其他条目的序号，用逗号分开，例如“2,10”。');
    }
    return [{ text, heading, also: also === '' ? [] : also.split(',').map(Number), line }];
  });
}
