import type { Entry } from '../knowledge/entry.ts';
import { sourceOf } from './answer-text.ts';
import { entryWith } from './checks/scope.ts';
import type { Turn } from './dialogs/dialogue.ts';
import type { Parts } from './parts.ts';
import { phrases } from './phrases.ts';
import { sayAnswer } from './replies.ts';

/** Says with which APP the code is scanned, as the entry on scanning has it. */
export async function sayScanner(turn: Turn, { knowledge }: Parts, last: Entry | undefined): Promise<undefined> {
  const entry = entryWith(knowledge, 'android-version', last);
  if (!entry) throw new RangeError('No entry is about scanning');
  return sayAnswer(turn, entry, { text: phrases.scanWithApp, sources: [sourceOf(entry)] });
}
