import { randomUUID } from 'node:crypto';
import { NEWS_MISSED } from '../../bot/news-missed.ts';
import type { Bus, BusNote } from '../../bot/ports.ts';
import { memoryBus } from './memory-bus.ts';

/** News on its way to the other instances. */
interface News {
  readonly talk: string;
  readonly note?: BusNote;
}

/** What carries news from one instance to all. */
interface Carrier {
  send(news: string): Promise<void>;
}

interface SharedBus extends Bus {
  /** News that was carried here, by whomever. */
  hear(carried: string): void;
  /** News was missed, here and by the others, who did not hear ours: whoever listens reads the store again. */
  wake(): void;
}

/** Milliseconds for which news is gathered before it is carried: a turn tells the same talk several times. */
const GATHER = 5;

/**
 * A bus over several instances: within this one news is heard at once, to the
 * others it is carried. What cannot be carried is lost, as the bus allows.
 */
export function sharedBus(carrier: Carrier, onFault: (error: unknown) => void): SharedBus {
  const here = memoryBus();
  const self = randomUUID();
  const gathered = new Map<string, News>();
  const carry = (): void => {
    const news = [...gathered.values()];
    gathered.clear();
    for (const part of inParts(news)) void carrier.send(JSON.stringify({ from: self, news: part })).catch(onFault);
  };
  const gather = (talk: string, note?: BusNote): void => {
    if (gathered.size === 0) setTimeout(carry, GATHER);
    gathered.set(`${talk} ${note?.typing ?? ''}`, { talk, ...(note && { note }) });
  };
  return {
    publish(talk, note) {
      here.publish(talk, note);
      gather(talk, note);
    },
    subscribe: here.subscribe,
    subscribeAll: here.subscribeAll,
    wake() {
      here.wake();
      gather(NEWS_MISSED);
    },
    hear(carried) {
      const { from, news } = JSON.parse(carried) as { from: string; news: readonly News[] };
      if (from === self) return;
      for (const { talk, note } of news) {
        if (talk === NEWS_MISSED) here.wake();
        else here.publish(talk, note);
      }
    },
  };
}

/** News in one message: a notification of PostgreSQL holds less than 8 000 bytes. */
const TOGETHER = 50;

function inParts(news: readonly News[]): readonly (readonly News[])[] {
  return Array.from({ length: Math.ceil(news.length / TOGETHER) }, (_, part) =>
    news.slice(part * TOGETHER, (part + 1) * TOGETHER),
  );
}
