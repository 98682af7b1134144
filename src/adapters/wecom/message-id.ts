import type { Seal } from '../../bot/ports.ts';

/** Which lines of a talk a message of ours holds. */
export interface Held {
  /** The numbers of its first line and of its last one. */
  readonly first: number;
  readonly last: number;
  /** Which message of its last line it is, from 0. */
  readonly part: number;
}

/**
 * The msgid of a message of ours: the same for the same lines, so that WeCom
 * takes it once. At most 32 characters of `0-9a-zA-Z_-`; from its end it can be
 * told which lines it held when WeCom says that it did not arrive.
 */
export function messageId(
  { digest }: Pick<Seal, 'digest'>,
  talk: string,
  seqs: readonly number[],
  part: number,
): string {
  const [first = 0] = seqs;
  const last = seqs.at(-1) ?? first;
  const end = [first, last - first, part].map((number) => number.toString(36)).join('_');
  const mark = digest(['wecom-msgid', talk, ...seqs, part].join('\n')).slice(0, 31 - end.length);
  return `${mark}_${end}`;
}

export function heldBy(msgid: string): Held | undefined {
  const [, first, more, part] = /_([0-9a-z]+)_([0-9a-z]+)_([0-9a-z]+)$/.exec(msgid) ?? [];
  if (first === undefined || more === undefined || part === undefined) return undefined;
  const from = Number.parseInt(first, 36);
  return { first: from, last: from + Number.parseInt(more, 36), part: Number.parseInt(part, 36) };
}
