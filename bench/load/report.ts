import { type Environment, machineLines } from '../environment.ts';
import { median } from '../statistics.ts';
import { table } from '../table.ts';
import type { Problem } from './problems-of.ts';

/** One measured number. */
export interface Row {
  /** For machines: `turns.crowd`. */
  readonly id: string;
  readonly name: string;
  /** A kB is 1 000 bytes. */
  readonly unit: '' | '轮/秒' | 'ms' | 's' | '%' | 'kB' | 'MB' | '×' | 'MB/小时' | '个/小时' | 'ms/小时';
  readonly value: number;
  /** The least and the most of what was measured several times; of a slope, the bounds that hold it in 95 of 100 runs. */
  readonly range?: readonly [number, number];
}

/** What a number should reach, or not exceed. */
export interface Aim {
  readonly id: string;
  readonly name: string;
  readonly unit: Row['unit'];
  readonly is: 'least' | 'most';
  readonly bound: number;
  readonly value: number;
}

/** What one part of the load brought. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly aims: readonly Aim[];
  readonly problems: readonly Problem[];
  /** What a reader has to know of how it was measured. */
  readonly notes: readonly string[];
}

export interface LoadReport extends Measured {
  readonly part: string;
  readonly environment: Environment;
  /** Load averages when the run ended. */
  readonly loadAfter: readonly number[];
}

/** Problems that are printed; all are counted. */
const SHOWN = 20;

export function isMet({ is, bound, value }: Aim): boolean {
  return is === 'least' ? value >= bound : value <= bound;
}

/** What was measured several times: the median, and from twice on the least and the most. */
export function rowOver(id: string, name: string, unit: Row['unit'], values: readonly number[]): Row {
  const value = median(values);
  return { id, name, unit, value, ...(values.length > 1 && { range: [Math.min(...values), Math.max(...values)] }) };
}

/** The report for a person. */
export function plainLoad({ environment, loadAfter, rows, aims, problems, notes }: LoadReport): string {
  return [
    ...machineLines(environment, loadAfter),
    '',
    table([['项目', '测得', '范围'], ...rows.map(rowOf)]),
    ...(aims.length > 0 ? ['', table([['目标', '测得', '界限', '结果'], ...aims.map(aimOf)])] : []),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    ...problemLines(problems),
  ].join('\n');
}

function rowOf({ name, unit, value, range }: Row): string[] {
  const spread = range ? `${rounded(range[0])} … ${rounded(range[1])}` : '';
  return [name, `${rounded(value)} ${unit}`.trim(), spread];
}

function aimOf(aim: Aim): string[] {
  const { name, unit, is, bound, value } = aim;
  const sign = is === 'least' ? '≥' : '≤';
  return [name, `${rounded(value)} ${unit}`, `${sign} ${rounded(bound)} ${unit}`, isMet(aim) ? '达到' : '没有达到'];
}

function problemLines(problems: readonly Problem[]): string[] {
  if (problems.length === 0) return ['没有发现问题：回答没有丢、没有重、没有乱、没有变。'];
  const counts = new Map<string, number>();
  for (const { is } of problems) counts.set(is, (counts.get(is) ?? 0) + 1);
  return [
    `发现 ${problems.length} 个问题：${[...counts].map(([is, count]) => `${is} ${count}`).join('，')}`,
    ...problems.slice(0, SHOWN).map(({ is, talk, what }) => `  ${is} ${talk} ${what}`),
    ...(problems.length > SHOWN ? [`  ……其余 ${problems.length - SHOWN} 个用 --json 看`] : []),
  ];
}

/** Three digits that count. */
function rounded(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(size < 1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0);
}
