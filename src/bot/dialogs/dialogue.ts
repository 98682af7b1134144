import type { Draft } from '../draft.ts';
import type { Outcome, Reply } from '../message.ts';
import type { Next } from './next.ts';

/** A turn as a dialogue sees it: what was heard, and a way to speak. */
export interface Turn {
  readonly draft: Draft;
  say(reply: Reply): Promise<void>;
  /** Names what the turn came to; the last one counts. */
  settle(outcome: Outcome): void;
}

/**
 * What hearing a message came to: the dialogue is over (`done`), waits for
 * more, and either may begin another (`next`); or the message was none of its
 * business: then it is answered like any other, and the dialogue goes on
 * waiting (`later`, with a reminder where one is due) or is given up (`leave`),
 * so that the dialogue which waited before it hears the message.
 */
export type Heard<State> =
  | { readonly is: 'done'; readonly next?: Next }
  | { readonly is: 'waiting'; readonly state: State; readonly next?: Next }
  | { readonly is: 'later'; readonly state: State; readonly reminder?: Reply }
  | { readonly is: 'leave' };

/** A conversation of more than one turn. Its state is plain JSON and holds no raw identity data. */
export interface Dialogue<State> {
  readonly id: string;
  /** Hears the next message while the dialogue waits. */
  hear(turn: Turn, state: State): Promise<Heard<State>>;
}
