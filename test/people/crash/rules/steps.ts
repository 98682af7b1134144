import type { Witnessed } from '../find.ts';
import type { Kept } from '../kept.ts';

/** Whether the case went from one state to the next with none left out or twice, and whatever an agent was told is done. */
export function steps({ record, transitions }: Kept, { agents }: Witnessed): readonly string[] {
  const { id, case: life } = record;
  const problems: string[] = [];
  let [state, epoch]: [string, number] = ['bot', 0];
  for (const { from, to, epoch: next } of transitions) {
    if (from !== state) problems.push(`${id}: from ${from} to ${to} at ${next}, though it was ${state}`);
    if (next <= epoch) problems.push(`${id}: ${from} to ${to} has the epoch ${next} after ${epoch}`);
    [state, epoch] = [to, next];
  }
  if (state !== life.state) problems.push(`${id}: it is ${life.state}, and went to ${state} last`);
  for (const { talk, step, epoch } of agents.flatMap(({ stepped }) => stepped)) {
    if (talk !== id || !MOVING.has(step)) continue;
    if (!transitions.some((one) => one.epoch === epoch)) problems.push(`${id}: ${step} at ${epoch} was acknowledged`);
  }
  return problems;
}

/** Those that change the state. */
const MOVING: ReadonlySet<string> = new Set(['claim', 'transfer', 'return', 'close', 'follow-up']);
