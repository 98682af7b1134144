/** Amid an operation of the vault: which one, from 1, and how many milliseconds into it. */
export interface InVault {
  readonly operation: number;
  readonly after: number;
}

/** How a life of the desk will end. */
export interface Death {
  /** By its own hand just before that statement of the database, wherever that falls. */
  readonly atStatement?: number;
  /** By its own hand while a picture is kept or pictures are erased. */
  readonly inVault?: InVault;
  /** Whether this is the moment: told each time something was asked of the desk or answered, or arrived at a person. */
  comesWith(what: 'asked' | 'arrived'): boolean;
}

/** Statements of a second or two; the first few dozen are those of opening the database. */
const STATEMENTS = 2_000;
/** Requests and answers of a second or two. */
const REQUESTS = 200;
/** Lines that are pushed in a second or two. */
const ARRIVALS = 10;
/** Pictures that are kept, and erasures, of a second or two. */
const OPERATIONS = 6;
/** Milliseconds that keeping a picture takes. */
const KEEPING = 6;

/**
 * A death at random: in three of nine lives between two statements of the database, in two amid requests, in two
 * between a line's arrival at a person and the desk's learning of it, and in two amid a picture's keeping or erasure.
 */
export function deathOf(random: () => number): Death {
  const kind = Math.floor(random() * 9);
  const never = { comesWith: () => false };
  if (kind < 3) return { atStatement: 1 + Math.floor(random() * STATEMENTS), ...never };
  if (kind < 5) {
    const operation = 1 + Math.floor(random() * OPERATIONS);
    return { inVault: { operation, after: Math.floor(random() * KEEPING) }, ...never };
  }
  const awaited = kind < 7 ? 'asked' : 'arrived';
  let left = Math.ceil(random() * (awaited === 'asked' ? REQUESTS : ARRIVALS));
  return {
    comesWith(what) {
      if (what === awaited) left -= 1;
      return left === 0;
    },
  };
}
