import type { Bus } from '../../bot/ports.ts';

/**
 * Notes within this process, heard before `publish` returns. A listener that
 * throws keeps no other from hearing; its error goes to `failed`.
 */
export function memoryBus(failed: (error: unknown) => void = warn): Bus {
  const talks = new Map<string, Set<Listener>>();
  return {
    publish(talk) {
      const listeners = talks.get(talk);
      for (const listener of [...(listeners ?? [])]) {
        if (!listeners?.has(listener)) continue;
        try {
          listener.heard();
        } catch (error) {
          failed(error);
        }
      }
    },
    subscribe(talk, heard) {
      const listener = { heard };
      const listeners = talks.get(talk) ?? new Set();
      talks.set(talk, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && talks.get(talk) === listeners) talks.delete(talk);
      };
    },
  };
}

/** One subscription: the same function may listen twice. */
interface Listener {
  readonly heard: () => void;
}

function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error), 'BusWarning');
}
