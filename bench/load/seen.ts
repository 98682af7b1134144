import type { Line } from '../../src/bot/message.ts';
import type { RawAnswer } from './client.ts';
import type { Cue } from './scripts.ts';

/** A message, and all answers to it: the first one, then those to the same message sent again. */
export interface Said {
  readonly id: string;
  readonly cue: Cue;
  readonly answers: readonly RawAnswer[];
}

/** All that one person saw of one conversation. */
export interface Seen {
  readonly talk: string;
  /** What it began with. */
  readonly opened: readonly Line[];
  /** In the order in which it was said: each only after the one before was answered. */
  readonly said: readonly Said[];
  /** The status of a used id with other words. */
  readonly reused?: number;
  /** What an agent said in it, as the console was told. */
  readonly agents?: readonly Line[];
  /** At the end, all of it. */
  readonly history: readonly Line[];
  /** The lines of its event stream as they came; undefined where nobody followed it. */
  readonly heard?: readonly string[];
}
