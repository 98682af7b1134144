/** A place in a picture, in pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corners of a line as one reads it: upper left, upper right, lower right, lower left. */
export type Box = readonly [Point, Point, Point, Point];

/** One line of text that was read. */
export interface Line {
  readonly text: string;
  /** Mean over its characters, 0 to 1. Glare does not lower it. */
  readonly confidence: number;
  /** In pixels of the picture that was read, however it was turned. */
  readonly box: Box;
  /** Of the box, in pixels; the letters are about two thirds of it. */
  readonly height: number;
}
