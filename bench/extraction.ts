import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createHear } from '../src/bot/understanding/facts.ts';
import { contentDir } from '../src/house.ts';
import type { Normalise } from '../src/text/normalise.ts';
import { type Aim, aim, type Figure, figure } from './figure.ts';
import { interleave } from './interleave.ts';
import { median } from './statistics.ts';

/** Milliseconds. */
const MOST = 1;
/** So often is every message heard. */
const ROUNDS = 2;

/** Hearing all facts of a message as it was typed: normalising, phones, places, persons. */
export async function measureExtraction(
  normalise: Normalise,
): Promise<{ readonly figures: readonly Figure[]; readonly aims: readonly Aim[] }> {
  const hear = await createHear(join(contentDir, 'rules'), normalise);
  const messages = await evaluationMessages();
  const { extraction } = await interleave(
    {
      extraction: {
        async ready(sample) {
          const message = messages[sample % messages.length] ?? '';
          return async () => hear(normalise(message), {});
        },
      },
    },
    { warmUp: messages.length, samples: ROUNDS * messages.length },
  );
  return {
    figures: [figure('extraction', '听出一句话里的全部事实', 'ms', extraction)],
    aims: [aim('extraction', '听出一句话里的全部事实', 'ms', MOST, median(extraction))],
  };
}

const Line = z.union([
  z.object({ q: z.string() }).transform(({ q }) => [q]),
  z.object({ turns: z.array(z.object({ user: z.string() })) }).transform(({ turns }) => turns.map(({ user }) => user)),
]);

/** Every message of every set in data/eval, each once. */
async function evaluationMessages(): Promise<readonly string[]> {
  const folder = join(contentDir, 'eval');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  return [...new Set(lines.flatMap((line) => Line.parse(JSON.parse(line))))].filter((message) => message !== '');
}
