import type { Progress } from '../knowledge/build.ts';

const STEPS = { vectors: '计算句子向量', fit: '拟合判定', graph: '建立检索图' } as const;
const EVERY = 0.1;

/** Tells how far the first preparation is, a line for every tenth. */
export function progressLines(print: (line: string) => void): Progress {
  const told = new Map<string, number>();
  return (step, share) => {
    if (share < 1 && share - (told.get(step) ?? 0) < EVERY) return;
    told.set(step, share);
    print(`首次准备：${STEPS[step]} ${Math.round(share * 100)}%`);
  };
}
