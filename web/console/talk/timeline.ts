import { olderOf } from '../api/talk-lines.ts';
import type { DeskLine, Note, TalkView, Ticket } from '../api/types.ts';

/** What stands in the conversation, from top to bottom. */
export type Entry =
  | { readonly is: 'line'; readonly line: DeskLine; readonly outcome: DeskLine['outcome']; readonly isFirst: boolean }
  | { readonly is: 'handover'; readonly key: string; readonly at: string }
  | { readonly is: 'ticket'; readonly ticket: Ticket }
  | { readonly is: 'note' | 'event' | 'draft'; readonly note: Note };

/** Lines and what only the desk sees, in the order they came; from the first line that was read on. */
export function timelineOf({
  first,
  messages,
  notes,
  tickets,
}: Pick<TalkView, 'first' | 'messages' | 'notes' | 'tickets'>): readonly Entry[] {
  const byPlace = new Map<number, Note[]>();
  for (const note of notes) byPlace.set(note.after, [...(byPlace.get(note.after) ?? []), note]);
  const begins = messages[0]?.seq ?? 1;
  const isWhole = olderOf({ first, messages }) === 0;
  const entries: Entry[] = isWhole ? notes.filter(({ after }) => after < begins).map(entryOf) : [];
  // A 留言 is no line: it stands after what was said when it was left.
  const left = isWhole ? [...tickets] : tickets.filter(({ at }) => at >= (messages[0]?.at ?? ''));
  const addTickets = (before: string): void => {
    while (left[0] && left[0].at < before) entries.push({ is: 'ticket', ticket: left.shift() as Ticket });
  };
  messages.forEach((line, at) => {
    addTickets(line.at);
    const before = messages[at - 1];
    entries.push({ is: 'line', line, outcome: outcomeOf(messages, at), isFirst: !before || !isSameTurn(before, line) });
    if (line.outcome?.kind === 'handoff') entries.push({ is: 'handover', key: `handover${line.seq}`, at: line.at });
    entries.push(...(byPlace.get(line.seq) ?? []).map(entryOf));
  });
  addTickets('~');
  return entries;
}

/** What the turn came to stands on its last line, and is shown above its first. */
function outcomeOf(messages: readonly DeskLine[], at: number): DeskLine['outcome'] {
  if (messages[at]?.by !== 'bot') return undefined;
  for (let end = at; ; end++) {
    const [here, next] = [messages[end], messages[end + 1]];
    if (here?.outcome) return here.outcome;
    if (!here || !next || !isSameTurn(here, next)) return undefined;
  }
}

function isSameTurn(before: DeskLine, line: DeskLine): boolean {
  return before.by === 'bot' && line.by === 'bot' && before.outcome === undefined;
}

/** What an entry is known by, however many come before it. */
export function keyOf(entry: Entry): string {
  switch (entry.is) {
    case 'line':
      return `line ${entry.line.seq}`;
    case 'handover':
      return entry.key;
    case 'ticket':
      return entry.ticket.id;
    default:
      return `note ${entry.note.nth}`;
  }
}

function entryOf(note: Note): Entry {
  return { is: note.kind, note };
}

/** The assistant's last answer that it kept to itself, while nobody said anything since. */
export function openDraft({ messages, notes }: Pick<TalkView, 'messages' | 'notes'>): Note | undefined {
  const last = notes.findLast(({ kind }) => kind === 'draft');
  if (!last) return undefined;
  return messages.some(({ by, seq }) => by === 'agent' && seq > last.after) ? undefined : last;
}

export function textOfDraft({ body }: Note): string {
  return Array.isArray(body.texts) ? body.texts.join('\n\n') : '';
}
