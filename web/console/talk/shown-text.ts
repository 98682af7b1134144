import { written } from '../../shared/t.ts';
import type { DeskLine } from '../api/types.ts';

/** What people said stands as they said it; what the assistant said, in the reader's characters. */
export function shownText({ by, text }: Pick<DeskLine, 'by' | 'text'>): string {
  return by === 'user' || by === 'agent' ? text : written(text);
}
