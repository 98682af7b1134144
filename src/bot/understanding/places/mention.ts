/** A name of a place in a text; half-open positions in UTF-16 units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Short names; several where places share the name. */
  readonly provinces: readonly string[];
  /** See `Name.minor`. */
  readonly minor: boolean;
}
