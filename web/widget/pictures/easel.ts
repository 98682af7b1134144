/** A picture that was opened: in a worker always a bitmap. */
export type Opened = ImageBitmap | HTMLImageElement;

type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What a picture is drawn with: a worker has other canvases than a page, and need not rest in between. */
export interface Easel {
  canvas(width: number, height: number): HTMLCanvasElement | OffscreenCanvas;
  jpeg(canvas: HTMLCanvasElement | OffscreenCanvas, quality: number): Promise<Blob | null>;
  /** Ends what was drawn so far, and lets whatever else waits have its turn. */
  rest(brush: Brush): Promise<unknown> | undefined;
}

/** Pixels of a source that are drawn before a rest: a few milliseconds on a slow phone. */
const AT_ONCE = 1_000_000;

/** The picture on a canvas of that size, on white (a PNG may be see-through); undefined where the browser gives none. */
export async function draw(easel: Easel, image: Opened, width: number, height: number) {
  const canvas = easel.canvas(width, height);
  const brush = canvas.getContext('2d') as Brush | null;
  if (!brush) return undefined;
  brush.fillStyle = '#ffffff';
  brush.fillRect(0, 0, width, height);
  const bands = Math.max(1, Math.min(height, Math.ceil((image.width * image.height) / AT_ONCE)));
  for (let band = 0; band < bands; band++) {
    const [from, to] = [Math.round((band * height) / bands), Math.round(((band + 1) * height) / bands)];
    const scale = image.height / height;
    brush.drawImage(image, 0, from * scale, image.width, (to - from) * scale, 0, from, width, to - from);
    await easel.rest(brush);
  }
  return { canvas, brush };
}
