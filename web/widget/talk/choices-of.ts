import type { Line } from '../api/types.ts';

/** Buttons of the widget itself that say something for the person. */
const OWN = ['转人工', '等人工', '继续问机器人', '同意', '不同意', '先不用'];

/** Everything that could be said by a button. */
export function choicesOf(lines: readonly Line[]): ReadonlySet<string> {
  return new Set([...OWN, ...lines.flatMap(({ choices = [] }) => choices)]);
}
