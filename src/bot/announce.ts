import { type Announcement, announcementReply, type RadarStore } from './announcement.ts';
import type { Draft } from './draft.ts';
import type { OutcomeKind } from './message.ts';

/** What answers somebody; a handover, a choice or small talk is not held up. */
const ANSWERS: ReadonlySet<OutcomeKind> = new Set(['answer', 'finding', 'ask']);

/** Puts what the desk tells everybody who asks for this before the assistant's answer: once a conversation. */
export async function announce(draft: Draft, look: RadarStore['untold']): Promise<void> {
  const { by, erase, outcome, replies, record, message, announced } = draft;
  if (by !== 'bot' || erase || replies.length === 0 || !outcome || !ANSWERS.has(outcome.kind)) return;
  if (outcome.entry === null && draft.recognised === undefined) return;
  const untold = (await look(record.id, message.at)).filter((one) => concerns(one, draft));
  replies.unshift(...untold.map((one) => announcementReply(one, message.at)));
  announced.push(...untold.map(({ id }) => id));
}

function concerns({ entry, error }: Announcement, { outcome, recognised }: Draft): boolean {
  return entry === null
    ? error === recognised
    : (outcome?.entries.includes(entry) ?? false) || outcome?.entry === entry;
}
