/** A decoded picture, upright: RGB, 8 bits a channel, row by row, `3 * width * height` bytes. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}
