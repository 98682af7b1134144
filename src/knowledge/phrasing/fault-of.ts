import { containment } from './containment.ts';
import { plainForm } from './plain-form.ts';
import type { SourceLine } from './source-lines.ts';

/**
 * Why an answer in other words is not said: a sentence that no line says
 * (`unsupported`), other numbers, versions, products or addresses (`numbers`),
 * other signs (`signs`), one word more, fewer or other than its line has, such
 * as a `not`, a `must`, a place (`words`), a name of a button or document that
 * changed (`names`), a line missing or said twice (`left-out`), steps in another
 * order (`order`).
 */
export type Fault = 'unsupported' | 'numbers' | 'signs' | 'words' | 'names' | 'left-out' | 'order';

/** What is wrong with a text that says none of the lines; `left-out` for one that was said before. */
export function faultOf(text: string, lines: readonly SourceLine[], least: number): Fault {
  const [nearest] = lines
    .map((line) => ({ line, shared: containment(text, line.text) }))
    .sort((a, b) => b.shared - a.shared);
  if (!nearest || nearest.shared < least) return 'unsupported';
  const [said, meant] = [plainForm(text), plainForm(nearest.line.text)];
  const isPart = meant.includes(said);
  if (!isPart && !contains(tokens(meant), tokens(said))) return 'numbers';
  if (!isPart && !contains(signs(meant), signs(said))) return 'signs';
  return isPart ? 'left-out' : 'words';
}

const tokens = (form: string): readonly string[] => form.match(/[a-z0-9]+(?:[.:][a-z0-9]+)*/g) ?? [];
const signs = (form: string): readonly string[] => form.match(/[^\p{L}\p{N}]/gu) ?? [];

/** Whether all of some stand in others, in their order. */
function contains(others: readonly string[], some: readonly string[]): boolean {
  let at = 0;
  for (const one of some) {
    at = others.indexOf(one, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
