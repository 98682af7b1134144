import type { Kept } from '../kept.ts';

/** What takes a talk, and what ends it. */
const TAKES: readonly unknown[] = ['claim', 'take-over'];
const ENDS: readonly unknown[] = ['transfer', 'return', 'close', 'gone', 'release', 'follow-up'];

/** Whether the assistant said nothing between an agent's taking a talk and the end of that. */
export function silence({ record, lines, notes }: Kept): readonly string[] {
  const problems: string[] = [];
  let owned: number | undefined;
  for (const { kind, body, after } of notes) {
    if (kind !== 'event') continue;
    if (TAKES.includes(body.what)) owned = after;
    if (owned === undefined || !ENDS.includes(body.what)) continue;
    const from = owned;
    owned = undefined;
    const spoke = lines.find(({ by, seq }) => by === 'bot' && seq > from && seq <= after);
    if (spoke) problems.push(`${record.id}: the assistant spoke at ${spoke.seq}, between ${from} and ${after}`);
  }
  return problems;
}
