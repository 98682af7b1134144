import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { fillReports } from '../people/fill-reports.ts';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const SECTIONS = 10;
/** In the past of every clock: the browser's is the machine's. */
const MONTH = '?from=2026-01-31&to=2026-03-01';

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('主管', 'supervisor');
});

/** The reports of a supervisor, with 60 days behind them. */
async function atReports(query = MONTH, options: ConsoleOptions = {}): Promise<Console> {
  await fillReports(stage.desk.store, { last: '2026-03-01', days: 60, daily: 40 });
  const opened = await stage.open(options);
  await opened.signIn('主管');
  await opened.page.goto(new URL(`/console/reports${query}`, opened.page.url()).href);
  await opened.page
    .locator('.report')
    .nth(SECTIONS - 1)
    .waitFor();
  return opened;
}

const section = (page: Page, name: string) => page.locator(`.report[data-section="${name}"]`);

/** The rows of a section's table, cell by cell. */
const rowsOf = (page: Page, name: string) =>
  section(page, name).evaluate((panel) =>
    [...panel.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );

/** How many colours a section's plot is drawn in. */
const coloursOf = (page: Page, name: string) =>
  section(page, name).evaluate((panel) => {
    const canvas = panel.querySelector('canvas');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const found = new Set<number>();
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] === 255) found.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    }
    return found.size;
  });

describe('the reports', () => {
  it('draw every section, and say in its table what the plot shows', async () => {
    const { page } = await atReports();
    const names = await page
      .locator('.report')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-section')));
    expect(names).toHaveLength(SECTIONS);
    for (const name of names) {
      await expect.poll(() => coloursOf(page, name ?? ''), { timeout: 20_000 }).toBeGreaterThan(4);
    }
    const [total, ...days] = await rowsOf(page, 'volume');
    const cells = days.map((row) => Number(row[1]));
    expect(days).toHaveLength(30);
    expect(total?.[1]?.replace(',', '')).toBe(String(cells.reduce((sum, count) => sum + count, 0)));
    const described = (await section(page, 'volume').getByRole('img').getAttribute('aria-label')) ?? '';
    const told = (name: string) => Number(described.match(new RegExp(`${name}合计 ([\\d,]+)`))?.[1]?.replace(',', ''));
    for (const [at, channel] of ['网页', '微信', '钉钉', '企业微信'].entries()) {
      expect(told(channel)).toBe(days.reduce((sum, row) => sum + Number(row[2 + at]), 0));
    }
    const again = await section(page, 'response').getByRole('img').getAttribute('aria-label');
    const medians = (await rowsOf(page, 'response')).slice(4).map((row) => row[3]);
    expect(medians).toContain(again?.match(/中位数最高 (.+?)（/)?.[1]);
  });

  it('compare with the period before in words', async () => {
    const { page } = await atReports();
    const { status, body } = await (await stage.desk.agent('另一主管', 'supervisor')).call('GET', `/reports${MONTH}`);
    expect(status).toBe(200);
    const { now, before } = body.volume.conversations;
    const more = now > before ? '多' : '少';
    const sign = now > before ? '+' : '−';
    const tile = page.locator('.report-tile').filter({ has: page.getByText('对话', { exact: true }) });
    await expect
      .poll(() => tile.locator('span').last().textContent())
      .toBe(`${more} ${Math.abs(now - before)}（${sign}${Math.abs(((now - before) / before) * 100).toFixed(1)}%）`);
    await expect
      .poll(() => page.locator('.report-compared').textContent())
      .toBe('2026-01-31 至 2026-03-01，与前 30 天（2026-01-01 至 2026-01-30）相比。');
  });

  it('come as CSV, each with the numbers of its table', async () => {
    const { page } = await atReports();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载对话量的 CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('volume-2026-01-31-2026-03-01.csv');
    const rows = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    const table = (await rowsOf(page, 'volume')).slice(1);
    expect(rows.slice(1).map((row) => row.split(',')[1])).toEqual(table.map((row) => row[1]));
  });

  it('take another period, and keep it in the address', async () => {
    const { page } = await atReports('');
    expect(await page.getByRole('button', { name: '近 7 天' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: '近 30 天' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('?period=30');
    await expect.poll(async () => (await rowsOf(page, 'gaps')).length).toBe(31);
    await page.getByRole('button', { name: '自选' }).click();
    await page.getByLabel('从哪天').fill('2026-02-10');
    await page.getByLabel('到哪天').fill('2026-02-12');
    await expect
      .poll(async () => (await rowsOf(page, 'volume')).map(([day]) => day))
      .toEqual([...['合计', '02-10 周二', '02-11 周三', '02-12 周四']]);
    await page.getByLabel('从哪天').fill('2024-02-10');
    await page.getByRole('alert').getByText('一次最多 366 天').waitFor();
    await page.reload();
    await expect.poll(async () => (await rowsOf(page, 'volume')).length).toBe(4);
  });

  it('say so where nothing happened', async () => {
    const { page } = await atReports('?from=2020-01-01&to=2020-01-02');
    expect(await page.getByText('这段时间没有数据。有了就会画在这里。').count()).toBe(SECTIONS);
    expect(await page.locator('canvas').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it.each([
    ['a wide screen', { width: 1280, height: 800 }, 'light'],
    ['a phone', { width: 390, height: 844 }, 'light'],
    ['a wide screen in the dark', { width: 1280, height: 800 }, 'dark'],
    ['a phone in the dark', { width: 390, height: 844 }, 'dark'],
  ] as const)('have nothing serious against them on %s', async (_name, viewport, colorScheme) => {
    const { page } = await atReports(MONTH, { viewport, colorScheme });
    await expect.poll(() => coloursOf(page, 'volume'), { timeout: 20_000 }).toBeGreaterThan(4);
    expect(await seriousFaults(page)).toEqual([]);
    const overflow = await page.locator('main.page').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(overflow).toBe(0);
  });

  it('are not in the navigation of an agent', async () => {
    await stage.desk.agent('小周');
    const opened = await stage.open();
    await opened.signIn('小周');
    expect(await opened.page.getByRole('link', { name: '报表' }).count()).toBe(0);
  });
});
