import { useId } from 'react';

export interface TableModel {
  readonly head: readonly string[];
  /** Every row as many cells as the head; its first is its name. */
  readonly rows: readonly (readonly string[])[];
  /** How many of the first rows are totals. */
  readonly totals?: number;
}

/** The values of a plot. Long ones scroll under their head, also by the keyboard. */
export function ReportTable({
  title,
  model: { head, rows, totals = 0 },
}: {
  readonly title: string;
  readonly model: TableModel;
}) {
  const caption = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="report-table" aria-labelledby={caption} tabIndex={0}>
      <table>
        <caption id={caption} className="hidden">
          {title}
        </caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = '', ...cells], at) => (
            <tr key={name} className={at < totals ? 'report-total' : undefined}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
