import { execFileSync, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** How processes are kept to processors of their own. */
export interface Pinning {
  /** What runs Node for each of two instances; empty where nothing can be pinned. */
  readonly instances: readonly [readonly string[], readonly string[]];
  /** For a reader. */
  readonly note: string;
}

/** Processors that are left for the database and whoever asks, from which on they get their own. */
const ENOUGH = 4;

/** Each instance gets a processor; with four or more, we and whatever we start later get the others. Needs `taskset`, which only Linux has. */
export function pinned(): Pinning {
  const cores = availableParallelism();
  if (spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status !== 0 || cores < 2) {
    return { instances: [[], []], note: '这个系统没有 taskset，或者只有一个处理器：进程没有固定在处理器上。' };
  }
  const instances = [0, 1].map((cpu) => ['taskset', '-c', String(cpu)]) as [string[], string[]];
  const each = '两个实例各固定在一个处理器上（0 和 1）';
  if (cores < ENOUGH) {
    return { instances, note: `${each}；这台机器只有 ${cores} 个，PostgreSQL 和压测端与它们共用，没有固定。` };
  }
  execFileSync('taskset', ['-acp', `2-${cores - 1}`, String(process.pid)], { stdio: 'ignore' });
  return { instances, note: `${each}，PostgreSQL 和压测端固定在其余的（2 到 ${cores - 1}）。` };
}
