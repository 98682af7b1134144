/** Rows under each other, the first column to the left, the others to the right; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const room = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = rows;
  return [line(head), widths.map((one) => '-'.repeat(one)).join('  '), ...body.map(line)].join('\n');
}

/** Columns of a terminal: Chinese characters and full-width marks take two. */
function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]/.test(char) ? 2 : 1), 0);
}
