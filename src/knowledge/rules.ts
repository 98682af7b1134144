import { join } from 'node:path';
import { z } from 'zod';
import type { Homophones } from '../text/normalise.ts';
import { Costs } from './decide.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** How questions are read and decided, as it stands in `rules/`. */
interface Rules {
  readonly homophones: Homophones;
  readonly costs: Costs;
}

const HomophoneFile = z.object({ words: z.record(z.string(), z.string()) });
const DecisionFile = z.object({ costs: Costs });

/** Throws a ContentError for a file that cannot be used. */
export async function loadRules(dataDir: string): Promise<Rules> {
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.output<Schema>> => {
    const file = join(dataDir, 'rules', name);
    return readYaml(file, await readText(file), schema);
  };
  const { words } = await read('homophones.json', HomophoneFile);
  const { costs } = await read('decision.json', DecisionFile);
  return { homophones: words, costs };
}
