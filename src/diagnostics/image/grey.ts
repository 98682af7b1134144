/** One value of 0 to 255 a pixel, row by row. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

interface Colours {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Luminance by Rec. 601, as JPEG has it. */
export function luminance({ data, width, height }: Colours): Grey {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3)
    grey[at] = ((data[from] as number) * 77 + (data[from + 1] as number) * 150 + (data[from + 2] as number) * 29) >> 8;
  return { data: grey, width, height };
}

/** The smallest channel of each pixel: high only where all three are. */
export function leastChannel({ data, width, height }: Colours): Grey {
  const least = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < least.length; at++, from += 3)
    least[at] = Math.min(data[from] as number, data[from + 1] as number, data[from + 2] as number);
  return { data: least, width, height };
}
