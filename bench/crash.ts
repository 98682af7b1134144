import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Findings } from '../test/people/crash/find.ts';
import { crashRun } from '../test/people/crash/run.ts';
import { type Aim, aim } from './figure.ts';

/** Takes some minutes; five times as many are asked for with `--kills`. */
const KILLS = 100;
const SEED = 1;

export interface CrashOptions {
  readonly told: (line: string) => void;
  readonly kills?: number;
  readonly seed?: number;
}

/** A busy desk that is killed again and again: what was acknowledged and is gone, or is there twice, or is otherwise wrong. */
export async function measureCrashes(
  dataDir: string,
  { told, kills = KILLS, seed = SEED }: CrashOptions,
): Promise<{ readonly aims: readonly Aim[] }> {
  const folder = join(dataDir, 'crash');
  await mkdir(folder, { mode: 0o700 });
  const begun = performance.now();
  try {
    const tenth = (deaths: number): void => {
      if (deaths % 10 === 0) told(`崩溃 ${deaths} 次，${Math.round((performance.now() - begun) / 1_000)} 秒`);
    };
    const found = await crashRun({ folder, kills, seed, told: tenth });
    for (const line of [...found.problems, ...covered(found)]) told(line);
    const others = found.problems.length - found.lost - found.doubled;
    const said = `${found.deaths} 次 kill -9、${found.acknowledged + found.spoken} 句确认过的话、${found.pictures} 张图片、${found.erased} 次删除、${found.delivered} 句推送`;
    return {
      aims: [
        aim('crash.lost', `${said}：丢失的`, '次', 0, found.lost),
        aim('crash.doubled', `重复的（不算发出后、记下前崩溃而补发的 ${found.repeated} 句）`, '次', 0, found.doubled),
        aim('crash.others', '乱序、定时重复、一直没人管、删了还在等', '次', 0, others),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the deaths fell. */
function covered({ diedAt, cutOff, occasions }: Findings): readonly string[] {
  const listed = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .sort(([, one], [, other]) => other - one)
      .map(([what, count]) => `${what} ${count}`)
      .join('，');
  return [
    `死在哪里（语句、图片库的动作，或者一次请求、一句推送之间）：${listed(diedAt)}`,
    `死时没有答完的请求：${listed(cutOff)}`,
    `其间发生的：${listed(occasions)}`,
  ];
}
