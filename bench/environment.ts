import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

/** What the figures were measured on. */
export interface Environment {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  /** Of the machine, in bytes. */
  readonly memory: number;
  readonly node: string;
  readonly platform: string;
  /** Of the last 1, 5 and 15 minutes when the run began; zeros on Windows. */
  readonly load: readonly number[];
}

export function environment(now: Date): Environment {
  return {
    date: now.toISOString(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: totalmem(),
    node: process.version,
    platform: `${process.platform} ${release()} ${process.arch}`,
    load: loadavg(),
  };
}
