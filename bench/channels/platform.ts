import type { SimClock } from '../../test/sim/clock.ts';

/** Something that somebody saw. */
export interface SeenMessage {
  /** On the platform's clock, in milliseconds. */
  readonly at: number;
  readonly text: string;
  /** Buttons by their words, where there are some: what pressing one sends beside them. */
  readonly buttons?: ReadonlyMap<string, string>;
}

/** What somebody says. `copies`: how often it is delivered, from 1. */
export interface Saying {
  readonly person: string;
  readonly text: string;
  readonly button?: string | undefined;
  readonly copies: number;
}

/** One platform and its people, in a process of its own. */
export interface Platform {
  readonly clock: SimClock;
  /** The settings by which the service finds it. */
  readonly env: Readonly<Record<string, string>>;
  /** The service is there. Resolves once messages reach it. */
  reach(origin: string): Promise<void>;
  /** Delivers messages in this order, or in any. Gives what delivers the first of them once more, later. */
  say(sayings: readonly Saying[], inAnyOrder: boolean): () => void;
  seen(person: string): readonly SeenMessage[];
  /** What the service did that the platform forbids, and what did not reach it. */
  complaints(): readonly string[];
  /** How often the platform told somebody that the service is out of order, since it did not answer in time; the answer comes all the same. */
  late(): number;
  close(): Promise<void>;
}
