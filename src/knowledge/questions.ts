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
      heading = raw.slice(1).trim();
      return [];
    }
    if (heading === undefined) {
      throw new ContentError(file, line, '问题上面缺少标题行。请在它上面加一行，例如“# 口语”。');
    }
    const [text = '', also = '', ...rest] = raw.split('\t');
    const numbers = also === '' ? [] : also.split(',').map(Number);
    if (rest.length > 0 || !numbers.every((n) => Number.isInteger(n) && n > 0)) {
      throw new ContentError(file, line, '制表符后面只能写其他条目的序号，用逗号分开，例如“2,10”。');
    }
    return [{ text: text.trim(), heading, also: numbers, line }];
  });
}
