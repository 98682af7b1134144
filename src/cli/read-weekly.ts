import { join } from 'node:path';
import { type WeekParts, weekReader } from '../adapters/console/reports/weekly/read-week.ts';
import type { Week } from '../adapters/console/reports/weekly/week.ts';
import { weeklyReport } from '../adapters/console/reports/weekly/weekly-report.ts';
import type { Weekly } from '../adapters/console/reports/weekly/weekly-schema.ts';
import { setContent } from '../adapters/content/set-content.ts';
import { createChecks } from '../bot/checks/checks.ts';
import { readConfig } from '../config.ts';
import { contentDir, learnContent } from '../house.ts';
import { progressLines } from './progress-lines.ts';
import { storeThere } from './store-there.ts';

/** Reads a week from the configured database, over the content as it is set there. Progress goes to the error stream. */
export async function readWeekly(week: Week, now: Date): Promise<Weekly> {
  const config = readConfig(process.env);
  const store = await storeThere(config);
  try {
    const content = setContent(await store.revisions.values());
    const knowledge = await learnContent(config, progressLines(console.error), { overlay: () => content.overlay });
    try {
      const checks = await createChecks(join(contentDir, 'rules'), content.rules);
      const parts: WeekParts = { store, people: store, answering: { knowledge, checks }, content };
      return weeklyReport(await weekReader()(parts, week, now));
    } finally {
      await knowledge.close();
    }
  } finally {
    await store.close();
  }
}
