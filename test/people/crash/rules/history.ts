import type { Witnessed } from '../find.ts';
import type { Kept } from '../kept.ts';

/** Whether the lines of a talk are numbered without a gap, and reached whoever followed it, once and in order. */
export function history({ record, lines }: Kept, { users, seen }: Witnessed): readonly string[] {
  const { id, seq, case: life } = record;
  const problems: string[] = [];
  const numbers = lines.map((line) => line.seq);
  if (numbers.some((number, at) => number !== at + 1)) problems.push(`${id}: its lines are ${numbers.join(' ')}`);
  if (seq !== lines.length) problems.push(`${id}: it has ${lines.length} lines and counts ${seq}`);
  const received = users.find(({ talk }) => talk === id)?.received;
  if (received && received.join(' ') !== numbers.join(' '))
    problems.push(`${id}: its stream gave ${received.join(' ')} of ${numbers.length} lines`);
  const last = seen.get(id);
  if (life.epoch > 0 && (last?.epoch !== life.epoch || last.state !== life.state || last.seq !== seq))
    problems.push(`${id}: the console saw ${JSON.stringify(last)} last, and it is ${JSON.stringify(life)} at ${seq}`);
  if (WANTING.has(life.state)) problems.push(`${id}: is still ${life.state}`);
  return problems;
}

/** Somebody, or a moment, is still waited for. */
const WANTING: ReadonlySet<string> = new Set(['queued', 'ringing', 'agent', 'waiting_user', 'ticket', 'follow_up']);
