/** Cells of a grid that touch each other by a side, as indices; the largest such group, empty where no cell is set. Clears `cells`. */
export function largestGroup(cells: Uint8Array, columns: number): readonly number[] {
  let best: readonly number[] = [];
  for (let cell = 0; cell < cells.length; cell++) {
    const group = cells[cell] ? flood(cells, cell, columns) : [];
    if (group.length > best.length) best = group;
  }
  return best;
}

function flood(cells: Uint8Array, first: number, columns: number): readonly number[] {
  const group = [first];
  cells[first] = 0;
  for (let at = 0; at < group.length; at++) {
    const cell = group[at] as number;
    const column = cell % columns;
    const next = [cell - columns, cell + columns, column > 0 ? cell - 1 : -1, column < columns - 1 ? cell + 1 : -1];
    for (const other of next) {
      if (!cells[other]) continue;
      cells[other] = 0;
      group.push(other);
    }
  }
  return group;
}

/** The columns and rows that a group takes, both ends included. */
export function extentOf(group: readonly number[], columns: number) {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (const cell of group) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
  }
  return { left, top, right, bottom };
}
