import { event } from '../../bot/desk/plans.ts';
import type { WecomEvent } from './event-of.ts';
import { heldBy } from './message-id.ts';
import type { WecomParts } from './wecom-parts.ts';
import { failureOf } from './wecom-words.ts';

/** Tells the desk that a message which WeCom had taken did not arrive, once for each line that was in it. */
export async function notArrived(
  { store, bus }: WecomParts,
  { talk, at, msgid, failType }: WecomEvent & { readonly is: 'not-arrived' },
): Promise<void> {
  const record = await store.byTalk(talk);
  const held = heldBy(msgid);
  if (!record || !held) return;
  const lines = await store.lines(record.id, held.first - 1, held.last - held.first + 1);
  for (const { seq, by } of lines) {
    if (by === 'user' || seq > held.last) continue;
    await store.note(record.id, event('not-delivered', null, { seq, fault: failureOf(failType) }), at);
  }
  bus.publish(record.id);
}
