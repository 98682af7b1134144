import type { Entry } from '../knowledge/entry.ts';
import type { Assistant } from './assistant.ts';
import { FRESH } from './evaluate.ts';
import type { Reply } from './message.ts';

/** What somebody is told who chooses an entry as the first thing in a conversation. */
export async function previewOf(assistant: Assistant, { label }: Entry, at: string): Promise<readonly Reply[]> {
  const { replies } = await assistant({ id: 'preview', at, talk: FRESH.talk, text: label }, FRESH);
  return replies;
}
