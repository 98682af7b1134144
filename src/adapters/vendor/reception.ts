import type { Inbox } from '../../bot/channel-store.ts';
import type { Answered, ChannelName } from '../../bot/message.ts';
import type { Seal } from '../../bot/ports.ts';
import { later } from '../../handoff/later.ts';
import { storable } from '../store/storable.ts';
import { oneByOne } from './one-by-one.ts';

/** Milliseconds that one arrival may take; after that somebody else may try, since whoever had it may have died. */
const LEASE = 60_000;
/** Milliseconds until an arrival that went wrong is tried again: after so many tries it is given up. */
const AGAIN = [1_000, 5_000, 20_000] as const;
/** Milliseconds between two looks for what another process left. */
const EVERY = 5_000;
/** Milliseconds for which the id of what is done is known: longer than any vendor sends anything again. */
const KNOWN = 7 * 24 * 3_600_000;

interface ReceptionParts {
  readonly channel: ChannelName;
  readonly inbox: Inbox;
  readonly seal: Pick<Seal, 'seal' | 'open'>;
  readonly clock: () => Date;
  /** Told of each try that went wrong. */
  readonly onFault: (error: unknown, id: string) => void;
  readonly every?: number;
}

/** Works on one event; what it throws is tried again. `last`: it will not be. */
type WorkOn<Event> = (event: Event, last: boolean) => Promise<Answered | undefined>;

/** One event of a vendor. Plain JSON. */
export interface Arrived<Event> {
  /** The vendor's own. */
  readonly id: string;
  /** Events of one key are worked on in order. */
  readonly key: string;
  readonly at: string;
  readonly event: Event;
}

export interface Received {
  /** False for a redelivery. */
  readonly fresh: boolean;
  /** What came of it; undefined for a redelivery of what was done before. Never rejects. */
  readonly answered: Promise<Answered | undefined>;
}

/** Where what comes from a vendor is kept until it is worked on. */
export interface Reception<Event> {
  /** Resolves once the event is on disk: only then the vendor may be told that it was taken. */
  take(arrived: Arrived<Event>): Promise<Received>;
  /** Begins to work; until then everything is only kept. Resolves once what was left is worked on: nobody need wait for it. */
  begin(work: WorkOn<Event>): Promise<void>;
  /** Goes on with what was left by others, or waits to be tried again; it does so by itself, too. */
  look(): Promise<void>;
  /** Resolves once what is under way is over. */
  close(): Promise<void>;
}

/**
 * A durable inbox: each event once, those of one talk in order, whichever
 * process took them. What a process leaves when it dies is taken up by another
 * one a minute later.
 */
export function createReception<Event>(parts: ReceptionParts): Reception<Event> {
  const { channel, inbox, seal, clock, onFault, every = EVERY } = parts;
  const now = (): string => clock().toISOString();
  const asked = new Map<string, { readonly promise: Promise<Answered | undefined>; settle(value?: Answered): void }>();
  const running = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  const turn = oneByOne();
  let work: WorkOn<Event> | undefined;
  let closed = false;

  const one = async (key: string, workOn: WorkOn<Event>): Promise<boolean> => {
    const began = now();
    const arrival = await inbox.begin(channel, key, began, later(began, LEASE));
    if (!arrival) return false;
    const wait = AGAIN[arrival.tries];
    try {
      const answered = await workOn(JSON.parse(seal.open(arrival.sealed)) as Event, wait === undefined);
      await inbox.finish(arrival, now());
      asked.get(arrival.id)?.settle(answered);
    } catch (error) {
      onFault(error, arrival.id);
      if (wait !== undefined) {
        await inbox.putBack(arrival, later(now(), wait));
        return false;
      }
      await inbox.finish(arrival, now());
      asked.get(arrival.id)?.settle();
    }
    return true;
  };
  const run = async (key: string): Promise<void> => {
    const workOn = work;
    if (!workOn) return;
    const current = running.get(key);
    if (current) {
      current.again = true;
      return current.done;
    }
    const state = { again: true, done: Promise.resolve() };
    running.set(key, state);
    state.done = (async () => {
      try {
        while (state.again && !closed) {
          state.again = false;
          while (!closed && (await one(key, workOn)));
        }
      } catch (error) {
        onFault(error, key);
      } finally {
        // At once: whoever asks again from here on is not heard by the loop any more.
        running.delete(key);
      }
    })();
    return state.done;
  };
  const look = async (): Promise<void> => {
    if (!work) return;
    await inbox.forget(later(now(), -KNOWN));
    await Promise.all((await inbox.waiting(channel, now())).map(run));
  };
  const timer = setInterval(() => void look().catch((error) => onFault(error, 'look')), every);
  timer.unref();

  return {
    async take({ id: given, key, at, event }) {
      // As the inbox gives it back.
      const id = storable(given);
      const before = asked.get(id);
      if (before) return { fresh: false, answered: before.promise };
      let settle: (value?: Answered) => void = () => {};
      const promise = new Promise<Answered | undefined>((resolve) => {
        settle = (value) => {
          asked.delete(id);
          resolve(value);
        };
      });
      asked.set(id, { promise, settle });
      try {
        const fresh = await inbox.take({ channel, id, key, at, sealed: seal.seal(JSON.stringify(event)) }, now());
        if (!fresh) settle();
        // What came with it is kept first: it may be older, and of the same talk.
        else void turn().then(() => run(key));
        return { fresh, answered: promise };
      } catch (error) {
        settle();
        throw error;
      }
    },
    async begin(given) {
      work = given;
      await look();
    },
    look,
    async close() {
      closed = true;
      clearInterval(timer);
      await Promise.all([...running.values()].map(({ done }) => done));
      for (const { settle } of asked.values()) settle();
    },
  };
}
