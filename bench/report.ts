import { type Environment, machineLines } from './environment.ts';
import type { Aim, Figure } from './figure.ts';
import { table } from './table.ts';

export interface Report {
  readonly environment: Environment;
  /** Load averages when the run ended. */
  readonly loadAfter: readonly number[];
  readonly figures: readonly Figure[];
  readonly aims: readonly Aim[];
}

/** The report for a person. */
export function plainReport({ environment, loadAfter, figures, aims }: Report): string {
  return [
    ...machineLines(environment, loadAfter),
    '',
    table([['项目', '次数', '中位数', 'p99', '召回@10'], ...figures.map(figureRow)]),
    '',
    table([['目标', '测得', '上限', '结果'], ...aims.map(aimRow)]),
  ].join('\n');
}

function figureRow({ name, unit, samples, p50, p99, recall }: Figure): string[] {
  const shown = (value: number | null): string => (value === null ? '' : `${rounded(value)} ${unit}`);
  return [name, String(samples), shown(p50), shown(p99), recall === null ? '' : recall.toFixed(3)];
}

function aimRow({ name, unit, most, value, met }: Aim): string[] {
  const result = met === null ? '没有测' : met ? '达到' : '没有达到';
  return [name, value === null ? '' : `${value.toFixed(2)} ${unit}`, `${most} ${unit}`, result];
}

/** Three digits that count. */
function rounded(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}
