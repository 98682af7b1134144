import type { ChannelName } from './message.ts';

/** Something that came from a vendor, before it is worked on. */
interface NewArrival {
  readonly channel: ChannelName;
  /** The vendor's own, so that a redelivery has the same one. */
  readonly id: string;
  /** Arrivals of one key are worked on in order, one at a time: the key of a talk. */
  readonly key: string;
  /** When it was said (ISO 8601). */
  readonly at: string;
  /** What it is, sealed: it holds what the person wrote, unmasked. */
  readonly sealed: string;
}

interface Arrival extends NewArrival {
  /** How often it was begun before. */
  readonly tries: number;
}

/** What came from vendors: kept until it is worked on, its id for a week after that. */
export interface Inbox {
  /** False, and nothing happened, where its id was taken before. */
  take(arrival: NewArrival, now: string): Promise<boolean>;
  /** The oldest one of a key that is not done, for whoever asks, until a moment; undefined where somebody has it, or it waits, or there is none. */
  begin(channel: ChannelName, key: string, now: string, until: string): Promise<Arrival | undefined>;
  /** Done: only its id is kept. */
  finish(arrival: Pick<NewArrival, 'channel' | 'id'>, now: string): Promise<void>;
  /** Not before a moment again. */
  putBack(arrival: Pick<NewArrival, 'channel' | 'id'>, until: string): Promise<void>;
  /** Keys that have something to be done that nobody has. */
  waiting(channel: ChannelName, now: string): Promise<readonly string[]>;
  /** Forgets the ids of what was done before a moment. */
  forget(before: string): Promise<void>;
}

/** What an adapter has to remember across restarts and instances: a token, a cursor. Secrets come in sealed. */
export interface VendorMemory {
  recall(name: string, now: string): Promise<string | undefined>;
  /** `until`: when it is over; null for never. */
  remember(name: string, value: string, until: string | null, now: string): Promise<void>;
  /** Keeps all others away from `name` until a moment; false where another has it. */
  hold(name: string, now: string, until: string): Promise<boolean>;
  letGo(name: string): Promise<void>;
}

/** For how long, and how often, a channel may still be written to without the person writing first. */
interface Window {
  readonly until: string;
  /** Messages left; null where they are not counted. */
  readonly left: number | null;
}

export interface Windows {
  openWindow(talk: string, window: Window): Promise<void>;
  /** As it was set; it may be over. */
  windowOf(talk: string): Promise<Window | undefined>;
  /** Uses one of the messages left; false where there is none, or the time is over. */
  spend(talk: string, now: string): Promise<boolean>;
  /** Gives one back that was not used after all. */
  refund(talk: string): Promise<void>;
}

export interface ChannelStore {
  readonly inbox: Inbox;
  readonly vendor: VendorMemory;
  readonly windows: Windows;
}
