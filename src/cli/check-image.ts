import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createChecks } from '../bot/checks/checks.ts';
import type { PictureReport } from '../diagnostics/image/picture-report.ts';
import { createPictureDesk, type NotDone } from '../diagnostics/image/worker/picture-desk.ts';
import { contentDir } from '../house.ts';
import { errorTexts } from '../knowledge/error-texts.ts';
import { loadContent } from '../knowledge/load.ts';
import { chinaDay } from '../text/china-day.ts';
import { pictureLines } from './picture-lines.ts';

/** The findings of pictures on disk; `--json` for machines, `--fix out.jpg` writes the first as one that can be uploaded. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, fix: { type: 'string' } },
});
const [first] = positionals;
if (!first) {
  console.error('用法：npm run check-image -- 图片文件… [--json] [--fix 改好.jpg]');
  process.exit(2);
}

const { pictureAdvice } = await createChecks(join(contentDir, 'rules'));
const { entries } = await loadContent(contentDir);
const errors = errorTexts(entries);
const desk = createPictureDesk({ workers: 1, advice: pictureAdvice, errors, limitMs: 60_000 });
const today = chinaDay(new Date().toISOString());
const reports: { readonly file: string; readonly report: PictureReport | NotDone }[] = [];
for (const file of positionals) {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    console.error(`${file} 读不了：${error.message}`);
    process.exit(2);
  });
  reports.push({ file, report: await desk.check(bytes, { name: basename(file), today }) });
}
if (values.json) console.log(JSON.stringify(reports.map(withoutBytes), null, 2));
else console.log(reports.map(({ file, report }) => pictureLines(file, report)).join('\n\n'));
if (values.fix) {
  const [report] = reports.map(({ report }) => report);
  const turned = report && 'verdict' in report ? report.seen?.turned : undefined;
  const fixed = await desk.fix(await readFile(first), turned === undefined ? {} : { turned });
  if ('bytes' in fixed) await writeFile(values.fix, fixed.bytes);
  console.error('bytes' in fixed ? `已写入 ${values.fix}` : `${first} 打不开，没有写入 ${values.fix}。`);
  if (!('bytes' in fixed)) process.exitCode = 1;
}
await desk.close();

function withoutBytes({ file, report }: (typeof reports)[number]) {
  if (!('verdict' in report) || !report.seen) return { file, ...report };
  const { thumbnail: _bytes, ...seen } = report.seen;
  return { file, ...report, seen };
}
