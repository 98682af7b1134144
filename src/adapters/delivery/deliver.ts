import type { Delivery } from '../../bot/case-store.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Channel, Store } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';
import { fateOf, retryAt } from '../../handoff/outbox.ts';

export interface DeliverParts {
  readonly store: Pick<Store, 'byId' | 'lines' | 'deliveries' | 'lease' | 'settle' | 'postpone' | 'note'>;
  readonly channels: ReadonlyMap<ChannelName, Pick<Channel, 'send'>>;
  /** Told of what was given up. */
  readonly onFault: (error: unknown, delivery: Delivery) => void;
}

/** Milliseconds that one sending may take; after that somebody else may try, since whoever had it may have died. */
const LEASE = 60_000;
/** Deliveries begun at a time. */
const AT_ONCE = 100;

/**
 * Sends what is under way, once per call and talk; what fails is tried again
 * later. A text of the assistant that comes too late becomes a draft. Whoever
 * dies between sending and settling leaves a delivery that is sent once more.
 */
export async function deliver(parts: DeliverParts, at: string): Promise<void> {
  const due = await parts.store.deliveries(at, AT_ONCE);
  await Promise.all(due.map((delivery) => deliverOne(parts, delivery, at)));
}

async function deliverOne({ store, channels, onFault }: DeliverParts, delivery: Delivery, at: string): Promise<void> {
  const { talk, seq, by, epoch } = delivery;
  const record = await store.byId(talk);
  const [line] = await store.lines(talk, seq - 1, 1);
  if (!record || line?.seq !== seq) return store.settle(delivery, 'dropped', at, 'erased');
  const { holds } = delivery;
  const fate = fateOf({ by, epoch, ...(holds && { holds }) }, record.case);
  if (fate !== 'send') {
    await store.settle(delivery, fate === 'draft' ? 'drafted' : 'dropped', at);
    if (fate === 'draft') await store.note(talk, { kind: 'draft', author: null, body: { texts: [line.text] } }, at);
    return;
  }
  if (!(await store.lease(delivery, at, later(at, LEASE)))) return;
  try {
    const channel = channels.get(record.talk.channel);
    if (!channel) throw new Error(`The channel ${record.talk.channel} is not open`);
    await channel.send(record.talk, line);
    await store.settle(delivery, 'sent', at);
  } catch (error) {
    const tries = delivery.tries + 1;
    const again = retryAt(tries, at);
    const fault = error instanceof Error ? error.message : String(error);
    if (again !== undefined) return store.postpone(delivery, tries, again, fault);
    await store.settle(delivery, 'dead', at, fault);
    await store.note(talk, { kind: 'event', author: null, body: { what: 'not-delivered', seq, fault } }, at);
    onFault(error, delivery);
  }
}
