import type { Line } from '../../bot/message.ts';
import type { Ticket } from '../../bot/ports.ts';

type Asked = Pick<Ticket, 'at'> & { readonly doneAt: string | null };

/**
 * What agents said to a 留言: their lines since it was left, up to the next one that was left once this was done.
 * `all` are those of its talk, `lines` lines of its talk, by whomever.
 */
export function answersTo<L extends Line>(
  { at, doneAt }: Asked,
  all: readonly Asked[],
  lines: readonly L[],
): readonly L[] {
  const later = all.flatMap((other) => (doneAt !== null && other.at > doneAt ? [other.at] : []));
  const until = later.sort()[0];
  return lines.filter((line) => line.by === 'agent' && line.at >= at && (until === undefined || line.at < until));
}
