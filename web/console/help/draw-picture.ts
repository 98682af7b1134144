import type { NumberedMark } from './marks.ts';

/** The longest side that is drawn, in pixels; a smaller picture is enlarged until its watermark can be read. */
const LONGEST = 2_000;
const SMALLEST = 640;
/** Degrees by which the watermark rises, and how far apart its rows are, in heights of its letters. */
const RISES = 24;
const APART = 5;
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/**
 * Draws a picture with the marks of what was found and, over all of it, who looked at it when. What is shown is what a
 * saved copy holds: the watermark is in its pixels.
 */
export function drawPicture(
  canvas: HTMLCanvasElement,
  picture: ImageBitmap,
  marks: readonly NumberedMark[],
  watermark: string,
): void {
  const longest = Math.max(picture.width, picture.height);
  const scale = Math.min(LONGEST, Math.max(SMALLEST, longest)) / longest;
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const mark of marks) drawMark(pen, mark);
  drawWatermark(pen, watermark);
}

const COLOURS = { problem: '#b3322b', notice: '#9a4a05', calm: '#0e5bc7' } as const;

function drawMark(pen: CanvasRenderingContext2D, { kind, box, number, severity }: NumberedMark): void {
  const { width, height } = pen.canvas;
  const line = Math.max(3, Math.round(width / 200));
  const [left, top, wide, high] = [box[0] * width, box[1] * height, box[2] * width, box[3] * height];
  const colour = severity === undefined ? COLOURS.calm : severity === 'notice' ? COLOURS.notice : COLOURS.problem;
  pen.save();
  pen.lineWidth = line;
  pen.strokeStyle = colour;
  if (kind === 'document') pen.setLineDash([line * 5, line * 4]);
  if (kind === 'cut') {
    pen.globalAlpha = 0.6;
    pen.fillStyle = colour;
    pen.fillRect(left, top, wide, high);
    pen.globalAlpha = 1;
  } else pen.strokeRect(left, top, wide, high);
  if (number !== undefined) drawNumber(pen, number, colour, left + wide, top, line * 5);
  pen.restore();
}

function drawNumber(
  pen: CanvasRenderingContext2D,
  number: number,
  colour: string,
  x: number,
  y: number,
  radius: number,
): void {
  const { width, height } = pen.canvas;
  const [atX, atY] = [Math.min(width - radius, Math.max(radius, x)), Math.min(height - radius, Math.max(radius, y))];
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(atX, atY, radius, 0, Math.PI * 2);
  pen.fill();
  pen.fillStyle = '#ffffff';
  pen.font = `600 ${Math.round(radius * 1.3)}px ${FONT}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(String(number), atX, atY);
}

/** In tilted rows, dark with a light edge: to be read on any ground. */
function drawWatermark(pen: CanvasRenderingContext2D, text: string): void {
  const { width, height } = pen.canvas;
  const size = Math.max(16, Math.round(Math.max(width, height) / 40));
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate((-RISES * Math.PI) / 180);
  pen.font = `500 ${size}px ${FONT}`;
  pen.textBaseline = 'middle';
  pen.globalAlpha = 0.34;
  pen.lineWidth = Math.max(2, size / 9);
  pen.strokeStyle = '#ffffff';
  pen.fillStyle = '#1f2329';
  const reach = Math.hypot(width, height) / 2;
  const step = pen.measureText(text).width + size * 3;
  let row = 0;
  for (let y = -reach; y <= reach; y += size * APART, row++) {
    for (let x = -reach - (row % 2) * (step / 2); x <= reach; x += step) {
      pen.strokeText(text, x, y);
      pen.fillText(text, x, y);
    }
  }
  pen.restore();
}
