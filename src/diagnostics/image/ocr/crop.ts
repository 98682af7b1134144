import type { Pixels } from '../pixels.ts';
import type { TurnedRect } from './turned-rect.ts';

/**
 * A rectangle cut out of a picture and laid straight, `width` × `height`
 * pixels: bilinear, and the mean of several samples a pixel where it shrinks.
 * What lies outside repeats the picture's edge.
 */
export function crop(pixels: Pixels, rect: TurnedRect, width: number, height: number): Pixels {
  const { data, width: fullWidth, height: fullHeight } = pixels;
  const times = Math.max(1, Math.min(8, Math.round(rect.height / height)));
  const [cos, sin] = [Math.cos(rect.angle), Math.sin(rect.angle)];
  const [stepX, stepY] = [rect.width / (width * times), rect.height / (height * times)];
  const out = new Uint8Array(width * height * 3);
  const [right, bottom] = [fullWidth - 1, fullHeight - 1];
  const share = 1 / (times * times);
  for (let row = 0, to = 0; row < height; row++) {
    for (let column = 0; column < width; column++, to += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let sample = 0; sample < times * times; sample++) {
        const across = (row * times + Math.floor(sample / times) + 0.5) * stepY - rect.height / 2;
        const alongside = (column * times + (sample % times) + 0.5) * stepX - rect.width / 2;
        const x = Math.min(right, Math.max(0, rect.x + alongside * cos - across * sin - 0.5));
        const y = Math.min(bottom, Math.max(0, rect.y + alongside * sin + across * cos - 0.5));
        const left = Math.floor(x);
        const top = Math.floor(y);
        const [fx, fy] = [x - left, y - top];
        const a = (top * fullWidth + left) * 3;
        const b = left < right ? a + 3 : a;
        const down = top < bottom ? fullWidth * 3 : 0;
        const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
        const [c, d] = [a + down, b + down];
        red +=
          wa * (data[a] as number) + wb * (data[b] as number) + wc * (data[c] as number) + wd * (data[d] as number);
        green +=
          wa * (data[a + 1] as number) +
          wb * (data[b + 1] as number) +
          wc * (data[c + 1] as number) +
          wd * (data[d + 1] as number);
        blue +=
          wa * (data[a + 2] as number) +
          wb * (data[b + 2] as number) +
          wc * (data[c + 2] as number) +
          wd * (data[d + 2] as number);
      }
      out[to] = red * share + 0.5;
      out[to + 1] = green * share + 0.5;
      out[to + 2] = blue * share + 0.5;
    }
  }
  return { data: out, width, height };
}

/** Pixels as the recogniser and the classifier want them: blue, green and red planes from -1 to 1, zeros to the right, at `offset` of `out`. */
export function plane({ data, width, height }: Pixels, out: Float32Array, offset: number, fullWidth: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const to = offset + channel * height * fullWidth;
    for (let row = 0; row < height; row++) {
      for (let column = 0, from = row * width * 3 + 2 - channel; column < width; column++, from += 3) {
        out[to + row * fullWidth + column] = (data[from] as number) / 127.5 - 1;
      }
    }
  }
}
