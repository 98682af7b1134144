import { t } from '../../shared/t.ts';
import type { CannedReply } from '../api/types.ts';

/** Replies that hold every word looked for; those whose name does come first. */
export function findReplies(replies: readonly CannedReply[], wanted: string): readonly CannedReply[] {
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const named = replies.filter(({ key, entry }) =>
    holds(`${key} ${entry === null ? '' : t('第{entry}条', { entry })}`),
  );
  return [...named, ...replies.filter((reply) => !named.includes(reply) && holds(reply.text))];
}

/** A reply in a line or two: without the signs that make it bold or a list. */
export function previewOf({ text }: CannedReply): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/^[ \t]*[-*+]\s+/gm, '')
    .replace(/\s+/g, ' ');
}
