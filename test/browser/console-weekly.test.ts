import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

/** The week that the desk's clock stands in, and one before anything was asked. */
const WEEK = '?week=2026-W10';
const QUIET = '?week=2026-W08';
const GAP = '服务器要买多久才能备案';

const stage = consoleStage({ shared: true });
beforeAll(async () => {
  const boss = await stage.desk.agent('主管', 'supervisor');
  await stage.desk.agent('编辑', 'editor');
  await boss.available();
  const one = await stage.desk.visitor();
  await one.say(GAP);
  await one.say('转人工');
  const { replies } = (await boss.call('GET', '/replies')).body;
  const { text } = replies.find(({ entry }: { entry: number | null }) => entry === 12);
  await boss.call('POST', `/talks/${one.talk}/messages`, { id: 'a', text });
  await boss.call('POST', `/talks/${one.talk}/close`, { code: 'solved' });
  const other = await stage.desk.visitor();
  const answered = await other.say('提示非法参数怎么办');
  await other.call('POST', '/feedback', { seq: answered.body.messages.at(-1).seq, helpful: false });
}, 120_000);

async function at(name: string, path: string, options: ConsoleOptions = {}): Promise<Page> {
  const opened = await stage.open({ ...options, path });
  await opened.signIn(name, '.report');
  return opened.page;
}

const part = (page: Page, name: string) => page.locator(`.report[data-section="${name}"]`);
const names = (page: Page) =>
  page.locator('.report').evaluateAll((all) => all.map((one) => one.getAttribute('data-section')));

it('a supervisor reads the week, takes it along, and goes on to what it suggests', async () => {
  const page = await at('主管', `/weekly${WEEK}`);
  expect(await names(page)).toEqual([
    ...['gaps', 'unhelpful', 'suggestions', 'asked', 'entries', 'turns', 'cases', 'old'],
  ]);
  expect(await part(page, 'gaps').textContent()).toContain(GAP);
  expect(await part(page, 'unhelpful').textContent()).toContain('提示非法参数怎么办 说没帮助');
  expect(await part(page, 'cases').textContent()).toContain('用户要求人工');
  expect(await page.locator('.report-compared').textContent()).toContain('2026-03-02 至 2026-03-08');
  expect(await seriousFaults(page)).toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 Markdown' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('weekly-2026-W10.md');
  expect(readFileSync(await file.path(), 'utf8')).toContain(`  - ${GAP}`);

  await part(page, 'suggestions').getByRole('link').click();
  await expect.poll(() => page.getByLabel('第 1 句', { exact: true }).inputValue()).toBe(GAP);
  expect(await page.locator('.workbench').textContent()).toContain('第12条');
  expect(await page.getByRole('button', { name: '试一试' }).isEnabled()).toBe(true);
  await page.getByRole('button', { name: '忽略这些建议' }).click();
  await page.getByText('已忽略这些建议').waitFor();
  await expect.poll(() => page.locator('.suggestions').count()).toBe(0);
  // It is still a gap.
  expect(await page.locator('.gap-list').textContent()).toContain(GAP);
});

it('an editor is told nothing of conversations; a phone shows all of it; a quiet week says so', async () => {
  const page = await at('编辑', `/weekly${WEEK}`, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  expect(await names(page)).toEqual(['gaps', 'unhelpful', 'suggestions', 'entries', 'turns', 'old']);
  expect(await part(page, 'unhelpful').textContent()).not.toContain('非法参数怎么办');
  expect(await seriousFaults(page)).toEqual([]);
  const main = page.locator('main.page');
  expect(await main.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBe(0);
  await page.goto(new URL(`/console/weekly${QUIET}`, page.url()).href);
  await page.getByText('这一周没有人问过。').waitFor();
  expect(await names(page)).toEqual(['old']);
  await page.getByRole('button', { name: '后一周' }).click();
  await expect.poll(() => new URL(page.url()).search).toBe('?week=2026-W09');
});
