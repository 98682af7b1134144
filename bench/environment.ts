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

/** The machine for a person; `loadAfter` is its load averages when the run ended. */
export function machineLines(environment: Environment, loadAfter: readonly number[]): readonly string[] {
  const { date, cpu, cores, memory, node, platform, load } = environment;
  const loads = [load, loadAfter].map((one) => one.map((value) => value.toFixed(2)).join(' '));
  return [
    `时间 ${date}`,
    `处理器 ${cpu}，${cores} 核，内存 ${(memory / 1e9).toFixed(1)} GB`,
    `Node ${node}，${platform}`,
    `负载（1、5、15 分钟）开始时 ${loads[0]}，结束时 ${loads[1]}`,
  ];
}
