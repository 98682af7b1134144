import { seededRandom } from '../../test/sim/random.ts';
import type { Script } from '../load/scripts.ts';
import type { Dialogue } from './expected.ts';

/** A message that the platform delivers more than once. */
export interface Copies {
  /** Which of the person's messages, counted from 0. */
  readonly at: number;
  /** Deliveries beyond the first. */
  readonly again: number;
  /** They come only when the next message was said; otherwise at once. */
  readonly late: boolean;
}

/** What somebody does. */
export interface Part {
  readonly person: string;
  /** More than one where two messages come in an order that nobody knows. */
  readonly dialogues: readonly Dialogue[];
  /** The message that is said together with the one after it; undefined where everything waits for its answer. */
  readonly together: number | undefined;
  readonly copies: readonly Copies[];
}

export interface Casting {
  readonly people: number;
  readonly seed: number;
  /** What the service answers to these messages one after the other. */
  readonly reference: (said: readonly string[]) => Promise<Dialogue>;
}

/** Of a hundred people: those who say two things at once, those of them whose two come in any order, and messages that come again. */
const TOGETHER = 0.4;
const SHUFFLED = 0.4;
const AGAIN = 0.3;
const LATE = 0.4;

/** Gives everybody a script and their manners. */
export async function cast(scripts: readonly Script[], { people, seed, reference }: Casting): Promise<readonly Part[]> {
  const random = seededRandom(seed);
  const known = new Map<string, Promise<Dialogue>>();
  const dialogueOf = (said: readonly string[]): Promise<Dialogue> => {
    const key = said.join('\n');
    const found = known.get(key) ?? reference(said);
    known.set(key, found);
    return found;
  };
  const parts: Part[] = [];
  for (let nth = 0; nth < people; nth += 1) {
    const said = scripts[nth % scripts.length]?.cues.map(({ text }) => text) ?? [];
    const together = random.next() < TOGETHER ? random.below(said.length - 1) : undefined;
    const isShuffled = together !== undefined && random.next() < SHUFFLED;
    const copies = said.flatMap((_, at) =>
      random.next() < AGAIN ? [{ at, again: 1 + random.below(2), late: random.next() < LATE }] : [],
    );
    const orders = [said, ...(isShuffled ? [swapped(said, together)] : [])];
    parts.push({
      ...{ person: `${random.id(10)}${nth}`, together, copies },
      dialogues: await Promise.all(orders.map(dialogueOf)),
    });
  }
  return parts;
}

function swapped(said: readonly string[], at: number): readonly string[] {
  return [...said.slice(0, at), ...said.slice(at, at + 2).reverse(), ...said.slice(at + 2)];
}
