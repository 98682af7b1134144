import { parseArgs } from 'node:util';
import { lastWeek, weekNamed } from '../adapters/console/reports/weekly/week.ts';
import { weeklyLines, weeklyMarkdown } from '../adapters/console/reports/weekly/weekly-text.ts';
import { loadEnv } from './load-env.ts';
import { readWeekly } from './read-weekly.ts';

/** What a week came to, for whoever edits the content: the last one that is over, or the one that is named. */
const { values } = parseArgs({
  options: { week: { type: 'string' }, json: { type: 'boolean' }, markdown: { type: 'boolean' } },
});
const week = values.week === undefined ? lastWeek(new Date().toISOString()) : weekNamed(values.week);
if (!week || (values.json && values.markdown)) {
  console.error(`用法：
  npm run report
      最近过完的一周（周一至周日，按中国时间）
  npm run report -- --week 2026-W47 --markdown
      指定的一周；--markdown 写成 Markdown，--json 写成 JSON`);
  process.exit(2);
}
loadEnv();
const weekly = await readWeekly(week, new Date());
if (values.json) console.log(JSON.stringify(weekly, null, 2));
else if (values.markdown) process.stdout.write(weeklyMarkdown(weekly));
else console.log(weeklyLines(weekly).join('\n'));
