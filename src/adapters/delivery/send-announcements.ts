import type { Announcement } from '../../bot/announcement.ts';
import { announcementReply } from '../../bot/announcement-reply.ts';
import { type Plan, type StepParts, takeStep } from '../../bot/desk/take-step.ts';
import type { RadarStore } from '../../bot/radar-store.ts';
import { RADAR } from '../console/work/work.ts';

export interface SendParts extends StepParts {
  readonly store: StepParts['store'] & Pick<RadarStore, 'sending' | 'toBeTold' | 'wasTold' | 'endSending'>;
}

/** Conversations told in one round: about a third of a second's work. */
const AT_ONCE = 50;

/**
 * Sends what is announced to those who asked, some in each round. A conversation is marked in the transaction that
 * tells it, so that whoever dies in the middle has told nobody twice, and the next round goes on with the others.
 */
export async function sendAnnouncements(parts: SendParts, at: string): Promise<void> {
  for (const announcement of await parts.store.sending(at)) {
    const talks = await parts.store.toBeTold(announcement, AT_ONCE);
    for (const talk of talks) await takeStep(parts, talk, at, (record) => telling(parts, announcement, record, at));
    if (talks.length < AT_ONCE) await parts.store.endSending(announcement.id, at);
    parts.bus.publish(RADAR);
  }
}

/** Told whoever has the conversation: it is the desk that speaks. */
async function telling(
  { store }: SendParts,
  announcement: Announcement,
  { id, blockedAt }: { readonly id: string; readonly blockedAt: string | null },
  at: string,
): Promise<Plan> {
  if (blockedAt !== null || (await store.wasTold(announcement.id, id))) return { steps: [] };
  return {
    steps: [],
    lines: [{ by: 'system', reply: announcementReply(announcement, at) }],
    announces: announcement.id,
  };
}
