import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crashRun } from '../test/people/crash/run.ts';
import { type Aim, aim } from './figure.ts';

const KILLS = 100;
const SEED = 1;

/** A busy desk that is killed a hundred times: what was acknowledged and is gone, or is there twice, or is otherwise wrong. */
export async function measureCrashes(
  dataDir: string,
  told: (line: string) => void,
): Promise<{ readonly aims: readonly Aim[] }> {
  const folder = join(dataDir, 'crash');
  await mkdir(folder, { mode: 0o700 });
  try {
    const tenth = (deaths: number): void => {
      if (deaths % 10 === 0) told(`崩溃 ${deaths} 次`);
    };
    const found = await crashRun({ folder, kills: KILLS, seed: SEED, told: tenth });
    for (const problem of found.problems) told(problem);
    const others = found.problems.length - found.lost - found.doubled;
    const said = `${found.deaths} 次 kill -9、${found.acknowledged + found.spoken} 句确认过的话、${found.delivered} 句推送`;
    return {
      aims: [
        aim('crash.lost', `${said}：丢失的`, '次', 0, found.lost),
        aim('crash.doubled', `重复的（不算发出后、记下前崩溃而补发的 ${found.repeated} 句）`, '次', 0, found.doubled),
        aim('crash.others', '乱序、定时重复、一直没人管等', '次', 0, others),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
