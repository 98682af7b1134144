import type { Line } from '../api/types.ts';

/** How the service says that the consent to pictures was taken back, and that they are deleted. */
const WITHDRAWN = '已撤回同意，';

/** The number of the line up to which the pictures of a conversation are deleted on request; 0 where there is none. */
export function withdrawnAt(lines: readonly Line[]): number {
  const told = lines.filter(({ by, text }) => (by === 'bot' || by === 'system') && text.indexOf(WITHDRAWN) === 0);
  return told[told.length - 1]?.seq ?? 0;
}
