import { NEWS_MISSED } from '../../bot/news-missed.ts';
import type { Bus, BusNote } from '../../bot/ports.ts';

/**
 * Notes within this process, heard before `publish` returns. A listener that
 * throws keeps no other from hearing; its error goes to `failed`.
 */
export function memoryBus(failed: (error: unknown) => void = warn): MemoryBus {
  const talks = new Map<string, Set<Listener>>();
  const all = new Set<Listener>();
  const tell = (listeners: Set<Listener> | undefined, talk: string, note: BusNote | undefined): void => {
    for (const listener of [...(listeners ?? [])]) {
      if (!listeners?.has(listener)) continue;
      try {
        listener.heard(talk, note);
      } catch (error) {
        failed(error);
      }
    }
  };
  return {
    publish(talk, note) {
      tell(talks.get(talk), talk, note);
      tell(all, talk, note);
    },
    subscribe(talk, heard) {
      const listener: Listener = { heard: (_talk, note) => heard(note) };
      const listeners = talks.get(talk) ?? new Set();
      talks.set(talk, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && talks.get(talk) === listeners) talks.delete(talk);
      };
    },
    subscribeAll(heard) {
      const listener: Listener = { heard };
      all.add(listener);
      return () => void all.delete(listener);
    },
    wake() {
      for (const [talk, listeners] of [...talks]) tell(listeners, talk, undefined);
      tell(all, NEWS_MISSED, undefined);
    },
  };
}

interface MemoryBus extends Bus {
  /** Tells all who listen to a talk that it may have moved, and those who listen to every talk NEWS_MISSED. */
  wake(): void;
}

/** One subscription: the same function may listen twice. */
interface Listener {
  readonly heard: (talk: string, note?: BusNote) => void;
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'BusWarning');
}
