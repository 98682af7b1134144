/** How a life of the desk will end. */
export interface Death {
  /** By its own hand just before that statement of the database, wherever that falls. */
  readonly atStatement?: number;
  /** Whether this is the moment: told each time something was asked of the desk or answered, or arrived at a person. */
  comesWith(what: 'asked' | 'arrived'): boolean;
}

/** Statements of a second or two; the first few dozen are those of opening the database. */
const STATEMENTS = 2_000;
/** Requests and answers of a second or two. */
const REQUESTS = 200;
/** Lines that are pushed in a second or two. */
const ARRIVALS = 10;

/**
 * A death at random: in three of seven lives between two statements of the database, in two amid requests, and in two
 * between a line's arrival at a person and the desk's learning of it.
 */
export function deathOf(random: () => number): Death {
  const kind = Math.floor(random() * 7);
  if (kind < 3) return { atStatement: 1 + Math.floor(random() * STATEMENTS), comesWith: () => false };
  const awaited = kind < 5 ? 'asked' : 'arrived';
  let left = Math.ceil(random() * (awaited === 'asked' ? REQUESTS : ARRIVALS));
  return {
    comesWith(what) {
      if (what === awaited) left -= 1;
      return left === 0;
    },
  };
}
