import type { PictureReport } from '../diagnostics/image/picture-report.ts';
import type { NotDone } from '../diagnostics/image/worker/picture-desk.ts';

/** What was found in one picture, for a person at a terminal. */
export function pictureLines(file: string, report: PictureReport | NotDone): string {
  if (!('verdict' in report)) return `${file}\n  没有看完：${report.is === 'busy' ? '排队的太多' : '超过时间'}`;
  const { verdict, findings, seen } = report;
  const screen = seen?.screen?.errors.map(({ entry, line }) => `  读到第${entry}条的提示：${line}`) ?? [];
  return [
    `${file}  ${verdict}${seen ? `  ${seen.document}（把握 ${Math.round(seen.sure * 100)}%）` : ''}`,
    ...findings.map(({ severity, evidence, advice }) => `  [${severity}] ${evidence}${advice.replaceAll('\n\n', '')}`),
    ...screen,
  ].join('\n');
}
