import { written } from '../../shared/t.ts';
import { type Entry, textOfDraft } from './timeline.ts';

/** Where in a conversation a text stands, in whichever characters: the places of entries that hold it, from the oldest. */
export function findEntries(entries: readonly Entry[], wanted: string): readonly number[] {
  const word = written(wanted.trim().toLowerCase());
  if (word === '') return [];
  return entries.flatMap((entry, at) => (written(textOf(entry).toLowerCase()).includes(word) ? [at] : []));
}

function textOf(entry: Entry): string {
  switch (entry.is) {
    case 'line':
      return [entry.line.text, ...(entry.line.files ?? []).map(({ name }) => name)].join('\n');
    case 'ticket':
      return `${entry.ticket.id}\n${entry.ticket.text}`;
    case 'draft':
      return textOfDraft(entry.note);
    case 'note':
      return String(entry.note.body.text ?? '');
    case 'event':
      return [entry.note.body.reason, entry.note.body.summary].filter((text) => typeof text === 'string').join('\n');
    case 'handover':
      return '';
  }
}
