import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

/** Something that is timed, one sample after the other. */
export interface Probe {
  /** Prepares what is not timed, and gives what is. `sample` counts from 0 and never comes twice. */
  ready(sample: number): Promise<() => Promise<unknown>>;
}

export interface Sampling {
  /** Samples before the timed ones: compilers and caches settle. */
  readonly warmUp: number;
  readonly samples: number;
}

/**
 * Milliseconds of each probe, sample by sample: A B, B A, A B … so that whatever else the machine does hits all of them
 * alike, and none always follows the same other.
 */
export async function interleave<Name extends string>(
  probes: Readonly<Record<Name, Probe>>,
  { warmUp, samples }: Sampling,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(probes) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let sample = 0; sample < warmUp + samples; sample++) {
    for (const name of sample % 2 === 0 ? names : names.toReversed()) {
      const timed = await probes[name].ready(sample);
      const begun = performance.now();
      await timed();
      const ended = performance.now();
      if (sample >= warmUp) times[name].push(ended - begun);
    }
  }
  return times;
}

/** One line of the table. */
export interface Figure {
  readonly name: string;
  /** A megabyte is 1 000 000 bytes. */
  readonly unit: 'ms' | 's' | 'MB' | '轮/秒';
  readonly samples: readonly number[];
  /** What a reader has to know beside the number. */
  readonly note?: string;
}

const FEWEST_FOR_P99 = 100;

/** The value that the share `p` (0 to 1) of the samples does not exceed (nearest rank). NaN where there are none. */
export function quantile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** What the figures were measured on, and how busy it was; `loadBefore` is its load averages when the run began. */
export function machineLines(now: Date, loadBefore: readonly number[]): readonly string[] {
  const loads = [loadBefore, loadavg()].map((one) => one.map((value) => value.toFixed(2)).join(' '));
  return [
    `时间 ${now.toISOString()}`,
    `处理器 ${cpus()[0]?.model.trim() ?? '未知'}，${availableParallelism()} 核，内存 ${(totalmem() / 1e9).toFixed(1)} GB`,
    `Node ${process.version}，${process.platform} ${release()} ${process.arch}`,
    `负载（1、5、15 分钟）开始时 ${loads[0]}，结束时 ${loads[1]}`,
  ];
}

export function figureTable(figures: readonly Figure[]): string {
  return table([['项目', '次数', '中位数', 'p99', '说明'], ...figures.map(rowOf)]);
}

function rowOf({ name, unit, samples, note = '' }: Figure): string[] {
  const shown = (value: number): string => `${rounded(value)} ${unit}`;
  const p99 = samples.length < FEWEST_FOR_P99 ? '' : shown(quantile(samples, 0.99));
  return [name, String(samples.length), shown(median(samples)), p99, note];
}

/** Three digits that count. */
function rounded(value: number): string {
  return value.toFixed(value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** Rows under each other, texts to the left, numbers to the right; the first row is the head. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const room = ' '.repeat((widths[column] ?? 0) - width(cell));
        return column === 0 || column === row.length - 1 ? cell + room : room + cell;
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
