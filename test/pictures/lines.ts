import type { Line } from '../../src/diagnostics/image/ocr/line.ts';

/** Lines as the reader gives them, one below the other, level, 40 pixels apart; `a\tb` stands side by side. */
export function linesOf(texts: readonly string[], confidence = 0.99): readonly Line[] {
  return texts.flatMap((text, row) =>
    text.split('\t').map((part, column) => lineAt(part, 40 + column * 400, 40 + row * 40, confidence)),
  );
}

/** One level line of 28 pixels' height with its upper left corner at (x, y). */
export function lineAt(text: string, x: number, y: number, confidence = 0.99): Line {
  const right = x + [...text].length * 24;
  const box = [
    { x, y },
    { x: right, y },
    { x: right, y: y + 28 },
    { x, y: y + 28 },
  ] as const;
  return { text, confidence, box, height: 28 };
}
