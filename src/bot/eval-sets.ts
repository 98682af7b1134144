import { join } from 'node:path';
import { z } from 'zod';
import { readText } from '../knowledge/read-text.ts';
import { readYaml } from '../knowledge/read-yaml.ts';
import { InScope, OutOfScope } from './evaluate.ts';

const Share = z.number().min(0).max(1);

/** `data/eval/guards.json`: below (of `right` and `helped`) or above (of the others) these a change is refused. */
const Guards = z.strictObject({
  note: z.string(),
  sets: z
    .array(
      z.strictObject({
        set: z.string(),
        right: Share,
        helped: Share,
        wrong: Share,
        answered: Share,
        clarified: Share,
      }),
    )
    .readonly(),
  /** How far the share of all questions judged right moves with the seed of the fit alone. */
  noise: Share,
});
type Guards = Readonly<z.output<typeof Guards>>;
export type Guard = Guards['sets'][number];

/** One set of single questions, with what was reached on it. */
interface EvalSet {
  readonly guard: Guard;
  readonly inScope: readonly InScope[];
  readonly outOfScope: readonly OutOfScope[];
}

export interface EvalSets {
  readonly sets: readonly EvalSet[];
  readonly noise: number;
}

/** The sets that ship in `data/eval` as far as they are guarded. Throws a ContentError or a ZodError for a file that cannot be used. */
export async function readEvalSets(dataDir: string): Promise<EvalSets> {
  const folder = join(dataDir, 'eval');
  const file = join(folder, 'guards.json');
  const { sets, noise } = readYaml(file, await readText(file), Guards);
  const lines = async (name: string): Promise<unknown[]> =>
    (await readText(join(folder, `${name}.jsonl`)))
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  const read = sets.map(async (guard) => ({
    guard,
    inScope: (await lines(`${guard.set}_faq`)).map((line) => InScope.parse(line)),
    outOfScope: (await lines(`${guard.set}_ood`)).map((line) => OutOfScope.parse(line)),
  }));
  return { sets: await Promise.all(read), noise };
}
