import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Reads a file of one JSON value a line. Throws an error that names the line which is not as it should be. */
export async function readLines<Schema extends z.ZodType>(file: string, schema: Schema): Promise<z.output<Schema>[]> {
  const text = await readFile(file, 'utf8');
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const wrong = (why: string): Error => new Error(`${file}:${at + 1} 不是评测用的一行：${why}`);
    const parsed = schema.safeParse(parsedJson(line, wrong));
    if (!parsed.success) throw wrong(z.prettifyError(parsed.error));
    return [parsed.data];
  });
}

function parsedJson(line: string, wrong: (why: string) => Error): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw wrong('不是 JSON');
  }
}
