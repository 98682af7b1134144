import { t, written } from '../../shared/t.ts';
import type { CannedReply } from '../api/types.ts';
import { holding } from '../parts/holding.ts';

/** Replies that hold every word looked for; those whose name does come first. */
export function findReplies(replies: readonly CannedReply[], wanted: string): readonly CannedReply[] {
  const holds = holding(wanted);
  const named = replies.filter(({ key, entry }) =>
    holds(`${key} ${entry === null ? '' : t('第{entry}条', { entry })}`),
  );
  return [...named, ...replies.filter((reply) => !named.includes(reply) && holds(reply.text))];
}

/** The name of a reply; what the team wrote itself stays as it is written. */
export function shownKey({ key, entry }: CannedReply): string {
  return entry === null ? key : written(key);
}

/** A reply in a line or two: without the signs that make it bold or a list. */
export function previewOf({ text, entry }: CannedReply): string {
  return (entry === null ? text : written(text))
    .replace(/\*\*/g, '')
    .replace(/^[ \t]*[-*+]\s+/gm, '')
    .replace(/\s+/g, ' ');
}
