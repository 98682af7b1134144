import type { Delivery } from '../../bot/case-store.ts';
import { ChannelError } from '../../bot/channel-error.ts';
import type { ChannelName } from '../../bot/message.ts';
import type { Bus, Channel, Store } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';
import { PARKED, retryAt } from '../../handoff/outbox.ts';
import { LEASE, type TakenLine, type TakeStore, takeLines } from './take-lines.ts';

export interface DeliverParts {
  readonly store: TakeStore & Pick<Store, 'deliveries' | 'postpone' | 'renew' | 'release' | 'begun' | 'notes'>;
  readonly bus: Pick<Bus, 'publish'>;
  readonly channels: ReadonlyMap<ChannelName, Pick<Channel, 'send'>>;
  /** Told of what was given up, and of what an operator has to put right. */
  readonly onFault: (error: unknown, delivery: Delivery) => void;
}

/** Talks begun at a time. */
const AT_ONCE = 100;
/** Milliseconds after which a vendor is asked again that said it was too much, and not for how long. */
const RATE_MS = 10_000;

/**
 * Sends what is under way, talk by talk, each in order; what fails is tried
 * again later. Whoever dies between sending and settling leaves a delivery
 * that is sent once more.
 */
export async function deliver(parts: DeliverParts, at: string): Promise<void> {
  const due = await parts.store.deliveries(at, AT_ONCE);
  await Promise.all(due.map(({ talk }) => deliverTalk(parts, talk, at)));
}

async function deliverTalk(parts: DeliverParts, talk: string, at: string): Promise<void> {
  const { store, channels, bus } = parts;
  const taken = await takeLines(store, talk, at);
  if (!taken || taken.lines.length === 0) return;
  const { record, lines } = taken;
  const left = new Map(lines.map(({ delivery }) => [delivery.seq, delivery]));
  const began = performance.now();
  // Many messages may take longer than one.
  const renew = (): Promise<void> => store.renew(talk, later(at, Math.ceil(performance.now() - began) + LEASE));
  const arrived = async (...seqs: readonly number[]): Promise<void> => {
    for (const seq of seqs) {
      const delivery = left.get(seq);
      if (!delivery) continue;
      await store.settle(delivery, 'sent', at);
      left.delete(seq);
    }
    if (left.size > 0) await renew();
  };
  try {
    const channel = channels.get(record.talk.channel);
    if (!channel)
      throw new ChannelError(record.talk.channel, 'config', `渠道 ${record.talk.channel} 没有配置，发不出去。`);
    await channel.send({
      to: record.talk,
      talk,
      lines: lines.map(({ delivery: { parts }, line }) => ({ ...line, parts })),
      arrived,
      async begun(seq, parts) {
        await store.begun({ talk, seq }, parts);
        await renew();
      },
    });
    await arrived(...left.keys());
    // The desk sees that it arrived, and what its channel still takes.
    bus.publish(talk);
  } catch (error) {
    await failed(
      parts,
      lines.filter(({ delivery: { seq } }) => left.has(seq)),
      error,
      at,
    );
  }
}

/** The first line that did not arrive waits, or is given up; those behind it are free again. */
async function failed(
  parts: DeliverParts,
  [first, ...others]: readonly TakenLine[],
  error: unknown,
  at: string,
): Promise<void> {
  if (!first) return;
  const { store, bus, onFault } = parts;
  const { delivery } = first;
  const { talk, seq } = delivery;
  for (const other of others) await store.release(other.delivery);
  const known = error instanceof ChannelError ? error : undefined;
  const fault = error instanceof Error ? error.message : String(error);
  if (known?.fault === 'config') onFault(error, delivery);
  if (known?.fault === 'window') {
    await store.postpone(delivery, delivery.tries, PARKED, fault);
    const isNoted = (await store.notes(talk)).some(({ body }) => body.what === 'waits-for-user' && body.seq === seq);
    if (!isNoted) await store.note(talk, { kind: 'event', author: null, body: { what: 'waits-for-user', seq } }, at);
    return bus.publish(talk);
  }
  if (known?.fault === 'rate') {
    return store.postpone(delivery, delivery.tries, later(at, known.retryAfter ?? RATE_MS), fault);
  }
  const tries = delivery.tries + 1;
  const again = known?.fault === 'refused' ? undefined : retryAt(tries, at);
  if (again !== undefined) return store.postpone(delivery, tries, again, fault);
  await store.settle(delivery, 'dead', at, fault);
  await store.note(talk, { kind: 'event', author: null, body: { what: 'not-delivered', seq, fault } }, at);
  bus.publish(talk);
  if (known?.fault !== 'config') onFault(error, delivery);
}
