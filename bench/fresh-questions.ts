import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { contentDir } from '../src/house.ts';

const Line = z.object({ q: z.string() });

/** What people ask: the development set, in scope and out of it. */
export async function evaluationQuestions(): Promise<readonly string[]> {
  const files = ['dev_faq.jsonl', 'dev_ood.jsonl'].map((name) => readFile(join(contentDir, 'eval', name), 'utf8'));
  return (await Promise.all(files)).flatMap((text) =>
    text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Line.parse(JSON.parse(line)).q])),
  );
}

/**
 * The questions with a number at the end, so that no text comes twice and the encoder, which remembers recent ones,
 * has its work to do. `series` keeps apart those who ask the same desk: 0 to 9.
 */
export function fresh(questions: readonly string[], series: number, sample: number): string {
  const round = Math.floor(sample / questions.length);
  return `${questions[sample % questions.length] ?? ''} ${round * 10 + series}`;
}
