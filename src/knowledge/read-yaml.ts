import { type Document, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ContentError } from './content-error.ts';

const inChinese = z.locales.zhCN().localeError;

/**
 * A block of YAML (JSON is YAML too) as its schema wants it. Throws a
 * ContentError with the line; `before` counts the lines of the file above the
 * block.
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  before = 0,
): z.output<Schema> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) throw unreadable(file, (error.linePos?.[0].line ?? 1) + before, error);
  const parsed = schema.safeParse(plainOf(file, document, before), { error: inChinese });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const line = before + counter.linePos(offsetOf(document, issue)).line;
  const field = issue.path.join('.') || '内容';
  throw new ContentError(file, line, `${field} 不对：${issue.message}。请照其他文件的写法改正。`, {
    cause: parsed.error,
  });
}

function plainOf(file: string, document: Document, before: number): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw unreadable(file, before + 1, error as Error);
  }
}

function unreadable(file: string, line: number, error: Error): ContentError {
  const why = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
  return new ContentError(file, line, `格式不对，读不出来：${why}。请检查这一行的引号、冒号、缩进和逗号。`, {
    cause: error,
  });
}

/** Where the faulty value begins; of a missing one, where what should hold it does. */
function offsetOf(document: Document, issue: z.core.$ZodIssue): number {
  const key = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...key];
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { readonly range?: readonly number[] } | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return offset;
  }
  return 0;
}
