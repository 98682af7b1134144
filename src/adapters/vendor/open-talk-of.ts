import type { Talk } from '../../bot/message.ts';
import type { Store } from '../../bot/ports.ts';
import type { TalkRecord } from '../../bot/talk-record.ts';
import { newTalkId } from '../token.ts';

/** The conversation of somebody who is known by their channel; opened where there is none, or it was erased. */
export async function openTalkOf(store: Pick<Store, 'byTalk' | 'open'>, talk: Talk, at: string): Promise<TalkRecord> {
  const there = await store.byTalk(talk);
  if (there) return there;
  try {
    await store.open({ id: newTalkId(), talk, at, tokenHash: null, welcome: [] });
  } catch (error) {
    // Another instance may have opened it in between.
    const other = await store.byTalk(talk);
    if (!other) throw error;
    return other;
  }
  const opened = await store.byTalk(talk);
  if (!opened) throw new Error('A talk that was just opened is gone');
  return opened;
}
