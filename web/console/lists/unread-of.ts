import type { Summary } from '../api/types.ts';

/** Lines of a conversation of mine that came since I read it last, while its person waits for an answer. */
export function unreadOf({ owner, seq, read, unansweredSince }: Summary, me: string): number {
  return owner === me && unansweredSince !== null ? Math.max(0, seq - read.agent) : 0;
}
