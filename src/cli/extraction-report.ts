import { extractionShares, type JudgedExtract, type Misheard } from '../bot/evaluate-extraction.ts';
import { percent } from './percent.ts';

const NAMES = { platform: '平台', osVersion: '系统版本', appVersion: 'APP 版本', province: '省份' } as const;

/** How much of what messages say was heard, and what was not, for a person. */
export function extractionReport(judged: readonly JudgedExtract[]): string {
  const { versions, places } = extractionShares(judged);
  return [
    `听出事实的 ${judged.length} 句：平台和版本全对 ${percent(versions)}，省份对 ${percent(places)}`,
    ...mistakesOf(judged).map(({ item, misheard }) => `  ${item.q}  ${misheard.map(plain).join('；')}`),
  ].join('\n');
}

/** The same for machines. */
export function extractionJson(judged: readonly JudgedExtract[]) {
  return {
    count: judged.length,
    ...extractionShares(judged),
    mistakes: mistakesOf(judged).map(({ item, misheard }) => ({ q: item.q, misheard })),
  };
}

function mistakesOf(judged: readonly JudgedExtract[]): readonly JudgedExtract[] {
  return judged.filter(({ misheard }) => misheard.length > 0);
}

function plain({ field, wanted, got }: Misheard): string {
  return `${NAMES[field]}应为 ${wanted ?? '无'}，得到 ${got ?? '无'}`;
}
