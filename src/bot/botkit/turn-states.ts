import type { Storage, StoreItems } from 'botbuilder-core';

/**
 * Botkit's dialogue state for the turns under way. It is read from the talk
 * before a turn and goes back into the talk's one commit after it, so that a
 * turn and its state are stored together or not at all.
 */
export interface TurnStates extends Storage {
  begin(room: string, memory: Readonly<Record<string, unknown>>): void;
  /** Gives the state after the turn, empty where no dialogue waits, and forgets it here. */
  end(room: string): Readonly<Record<string, unknown>>;
}

/** What Botkit keeps of a room: its stack of dialogues. */
interface State extends Record<string, unknown> {
  readonly dialogState?: { readonly dialogStack?: readonly { readonly id: string; readonly state: unknown }[] };
}

/** The state of a dialogue that waits in the memory of a talk; undefined where it does not. */
export function stateOf<Kept>(memory: Readonly<Record<string, unknown>>, dialog: string): Kept | undefined {
  const stack = (memory as State).dialogState?.dialogStack ?? [];
  return stack.find(({ id }) => id === dialog)?.state as Kept | undefined;
}

/** Botkit's own key of a room's state: channel, every field of the conversation joined, user. */
const keyOf = (room: string): string => `desk/conversations/${room}-person/`;

export function turnStates(): TurnStates {
  const states = new Map<string, unknown>();
  const own = (key: string): string => {
    if (!states.has(key)) throw new Error(`Botkit keeps its state under ${key}, which belongs to no turn under way`);
    return key;
  };
  return {
    begin(room, memory) {
      states.set(keyOf(room), structuredClone(memory));
    },
    end(room) {
      const state = JSON.parse(JSON.stringify(states.get(keyOf(room)) ?? {})) as State;
      states.delete(keyOf(room));
      return state.dialogState?.dialogStack?.length ? state : {};
    },
    async read(keys) {
      return Object.fromEntries(keys.map((key) => [key, states.get(own(key))])) as StoreItems;
    },
    async write(changes) {
      for (const [key, { eTag: _eTag, ...state }] of Object.entries(changes)) states.set(own(key), state);
    },
    async delete(keys) {
      for (const key of keys) states.delete(key);
    },
  };
}
