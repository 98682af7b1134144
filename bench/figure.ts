import { quantile } from './statistics.ts';

/** One line of the report. */
export interface Figure {
  /** For machines: `turn.http`. */
  readonly id: string;
  readonly name: string;
  /** A megabyte is 1 000 000 bytes. */
  readonly unit: 'ms' | 's' | 'MB';
  readonly samples: number;
  readonly p50: number;
  /** Null where there are too few samples. */
  readonly p99: number | null;
  /** Share of the 10 nearest that were found; null where nothing is searched. */
  readonly recall: number | null;
}

/** What a figure, or the ratio of two, should not exceed. */
export interface Aim {
  readonly id: string;
  readonly name: string;
  readonly unit: '×' | 's' | 'ms' | 'MB' | '次';
  readonly most: number;
  /** Null where it was not measured. */
  readonly value: number | null;
  readonly met: boolean | null;
}

const FEWEST_FOR_P99 = 100;

export function figure(
  id: string,
  name: string,
  unit: Figure['unit'],
  samples: readonly number[],
  recall: number | null = null,
): Figure {
  return {
    id,
    name,
    unit,
    samples: samples.length,
    p50: quantile(samples, 0.5),
    p99: samples.length < FEWEST_FOR_P99 ? null : quantile(samples, 0.99),
    recall,
  };
}

export function aim(id: string, name: string, unit: Aim['unit'], most: number, value: number | undefined): Aim {
  if (value === undefined) return { id, name, unit, most, value: null, met: null };
  return { id, name, unit, most, value, met: value <= most };
}
