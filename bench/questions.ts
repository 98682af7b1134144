import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { storedText } from '../src/bot/stored-text.ts';
import { contentDir } from '../src/house.ts';
import { seeded, shuffled } from '../src/knowledge/random.ts';

const Line = z.object({ q: z.string() });

/** Gives the next question. */
export type Ask = () => string;

/**
 * What people ask: the development set, in scope and out of it, mixed, with a number at the end, so that no text comes twice and
 * the encoder, which remembers recent ones, has its work to do. What is masked when it is stored is left out: whoever
 * looks for it afterwards would not find it.
 */
export async function freshQuestions(): Promise<Ask> {
  const files = ['dev_faq.jsonl', 'dev_ood.jsonl'].map((name) => readFile(join(contentDir, 'eval', name), 'utf8'));
  const lines = (await Promise.all(files)).flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const inOrder = lines.map((line) => Line.parse(JSON.parse(line)).q).filter((text) => storedText(text) === text);
  const questions = [...shuffled(inOrder.length, seeded(1))].map((at) => inOrder[at]);
  let asked = 0;
  return () => {
    const round = Math.floor(asked / questions.length);
    return `${questions[asked++ % questions.length]} ${round}`;
  };
}
