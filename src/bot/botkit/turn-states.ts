import type { Storage, StoreItems } from 'botbuilder-core';

/**
 * Botkit's dialogue state for the turns under way. It is read from the talk
 * before a turn and goes back into the talk's one commit after it, so that a
 * turn and its state are stored together or not at all.
 */
export interface TurnStates extends Storage {
  begin(room: string, memory: Readonly<Record<string, unknown>>): void;
  /** Gives the state after the turn and forgets it here. */
  end(room: string): Readonly<Record<string, unknown>>;
}

/** Botkit's own key of a room's state: channel, room and user. */
const keyOf = (room: string): string => `desk/conversations/${room}-person/`;

export function turnStates(): TurnStates {
  const states = new Map<string, unknown>();
  return {
    begin(room, memory) {
      states.set(keyOf(room), structuredClone(memory));
    },
    end(room) {
      const state = states.get(keyOf(room)) ?? {};
      states.delete(keyOf(room));
      return JSON.parse(JSON.stringify(state)) as Record<string, unknown>;
    },
    async read(keys) {
      const found: StoreItems = {};
      for (const key of keys) {
        const state = states.get(key);
        if (state !== undefined) found[key] = state;
      }
      return found;
    },
    async write(changes) {
      for (const [key, { eTag: _eTag, ...state }] of Object.entries(changes)) states.set(key, state);
    },
    async delete(keys) {
      for (const key of keys) states.delete(key);
    },
  };
}
