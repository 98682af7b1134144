import { t } from '../../shared/t.ts';

/** One row of values of a plot, in the order of its labels; null where nothing is known. */
export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly look: 'bar' | 'line' | 'dashed';
  /** One of the plot's colours (`--plot-1` …); 0 is that of the period before. */
  readonly colour: 0 | 1 | 2 | 3 | 4 | 5;
  /** Bars that stand on one another. */
  readonly stacked?: boolean;
}

/** A plot as data: what it draws, and what it is called to those who cannot see it. */
export interface PlotModel {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  /** Bars lie, for labels that are words. */
  readonly lying?: boolean;
  /** Whether values of a series can be added up. */
  readonly adds: boolean;
  /** Whether values are milliseconds. */
  readonly isTime?: boolean;
  readonly say: (value: number) => string;
}

export function isEmptyPlot({ series }: PlotModel): boolean {
  return series.every(({ values }) => values.every((value) => value === null || value === 0));
}

/** What the plot shows, in words. The table beside it has every value. */
export function describePlot({ title, labels, series, adds, say }: PlotModel): string {
  const told = series.flatMap(({ name, values }) => {
    const known = values.flatMap((value, at) => (value === null ? [] : [{ value, label: labels[at] ?? '' }]));
    const [first] = known;
    if (!first) return [];
    const most = known.reduce((best, one) => (one.value > best.value ? one : best), first);
    const peak = { name, label: most.label, most: say(most.value) };
    if (!adds) return [t('{name}最高 {most}（{label}）', peak)];
    const total = say(known.reduce((sum, { value }) => sum + value, 0));
    return [t('{name}合计 {total}，最多 {most}（{label}）', { ...peak, total })];
  });
  return t('{title}图。{told}。数字都在旁边的表里。', { title, told: told.join(t('；')) });
}
