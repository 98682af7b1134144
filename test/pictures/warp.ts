/**
 * RGB pixels seen aslant: the upper edge is shorter by the share `k` on each
 * side, the lower one keeps its length, and the rows draw closer towards the
 * top. What lies outside is grey.
 */
export function warp(data: Uint8Array, width: number, height: number, k: number): Buffer {
  const out = Buffer.alloc(data.length, 0x77);
  const near = 1 - 2 * k;
  for (let y = 0; y < height; y++) {
    const down = y / (height - 1);
    const share = near + (1 - near) * down;
    const sourceY = (down / share) * (height - 1);
    for (let x = 0; x < width; x++) {
      const sourceX = ((x / (width - 1) - 0.5) / share + 0.5) * (width - 1);
      if (sourceX < 0 || sourceX > width - 1 || sourceY < 0 || sourceY > height - 1) continue;
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)];
      const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
      const [fx, fy] = [sourceX - left, sourceY - top];
      for (let channel = 0; channel < 3; channel++) {
        const at = (row: number, column: number) => data[(row * width + column) * 3 + channel] ?? 0;
        const above = at(top, left) * (1 - fx) + at(top, right) * fx;
        const below = at(bottom, left) * (1 - fx) + at(bottom, right) * fx;
        out[(y * width + x) * 3 + channel] = above * (1 - fy) + below * fy;
      }
    }
  }
  return out;
}
