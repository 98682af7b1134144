import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AtConsole, Person } from '../people/people-desk.ts';
import { type Console, seriousFaults } from './console.ts';
import { seedLines, seedQueue } from './console-seed.ts';
import { consoleStage } from './console-stage.ts';
import { longestTask } from './main-thread.ts';

/** Milliseconds that the page may be deaf at a stretch. */
const LONGEST = 100;

let agent: AtConsole;
let person: Person;
let one: Console;
let page: Page;

const stage = consoleStage();
beforeEach(async () => {
  agent = await stage.desk.agent('小周');
  await agent.available();
  person = await stage.desk.visitor();
  await person.say('转人工');
  one = await stage.open();
  ({ page } = one);
  await one.signIn('小周');
});

const item = (talk: string) => page.locator(`.list-rows a.item[data-talk="${talk}"]`);
const line = (text: string) => page.locator('.log .bubble', { hasText: text });
const drawn = () => page.locator('.log .turn').count();

/** Pixels that a line stands below the upper edge of the log. */
function belowTop(seq: string): Promise<number> {
  return page.evaluate<number>(`
    document.querySelector('.log .turn[data-seq="${seq}"]').getBoundingClientRect().top -
    document.querySelector('.log').getBoundingClientRect().top`);
}

async function opened(lines: number): Promise<void> {
  await seedLines(stage.desk, person.talk, lines);
  await item(person.talk).click();
  await line(`${lines}：`).waitFor();
}

/** Scrolls a box as far as it goes, by half a screenful a frame, until it has stood still for half a second. */
function scrollThrough(box: string, by: number): Promise<void> {
  return page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector(${JSON.stringify(box)});
    let still = 0;
    const step = () => {
      const before = box.scrollTop;
      box.scrollTop += ${by};
      still = box.scrollTop === before ? still + 1 : 0;
      if (still > 30) resolve();
      else requestAnimationFrame(step);
    };
    step();
  })`);
}

describe('a long conversation', () => {
  it('opens at its end and scrolls to its first line without being deaf, and draws only what is in view', async () => {
    const opening = await longestTask(stage.browser, page, () => opened(2_600));
    expect(opening).toBeLessThan(LONGEST);
    expect(await drawn()).toBeLessThan(60);
    const scrolling = await longestTask(stage.browser, page, async () => {
      await scrollThrough('.log', -400);
      // More lines than come at once: older ones were read on the way.
      await expect.poll(() => page.locator('.log .turn').first().getAttribute('data-seq')).toBe('1');
    });
    expect(scrolling).toBeLessThan(LONGEST);
    expect(await drawn()).toBeLessThan(60);
  }, 120_000);

  it('reads only what is new when something is said, stays at its end and reads each line out once', async () => {
    await opened(2_000);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes(`/talks/${person.talk}?`)) asked.push(new URL(request.url()).search);
    });
    await person.say('还在吗');
    await line('还在吗').waitFor();
    expect(asked.every((query) => query === '?after=2000' || query.startsWith('?after=200'))).toBe(true);
    expect(asked.length).toBeGreaterThan(0);
    const spoken = page.getByRole('log').getByText('用户：还在吗');
    expect(await spoken.count()).toBe(1);
    await scrollThrough('.log', -400);
    await scrollThrough('.log', 400);
    await line('还在吗').waitFor();
    expect(await page.getByRole('log').locator('p').allTextContents()).toHaveLength(1);
  }, 120_000);

  it('stays where one reads when older lines come, and when somebody speaks', async () => {
    await opened(2_600);
    await page.evaluate("document.querySelector('.log').scrollTop = 0");
    const first = page.locator('.log .turn[data-seq="601"]');
    await expect.poll(() => page.evaluate<number>("document.querySelector('.log').scrollTop")).toBeGreaterThan(1_000);
    await first.waitFor();
    // Lines that are measured only now move what is below them for a frame or two.
    await expect.poll(() => belowTop('601')).toBeGreaterThanOrEqual(-60);
    expect(await belowTop('601')).toBeLessThan(400);
    await person.say('还在吗');
    await page.getByRole('button', { name: '有新消息' }).click();
    await line('还在吗').waitFor();
  }, 120_000);

  it('is searched by Ctrl+F, also where nothing is drawn or read', async () => {
    await opened(2_600);
    await page.keyboard.press('Control+f');
    const field = page.getByRole('textbox', { name: '在对话里找' });
    await field.fill('1235：');
    await expect.poll(() => page.locator('.log-hit .bubble').textContent()).toContain('1235：');
    expect(await page.locator('.find-count').textContent()).toBe('第 1 处，共 1 处');
    await field.fill('5：好的');
    await expect.poll(() => page.locator('.log-hit .bubble').textContent()).toContain('2595：');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.log-hit .bubble').textContent()).toContain('2575：');
    expect(await seriousFaults(page)).toEqual([]);
    await field.fill('100：');
    await page.getByRole('button', { name: '更早的 600 句也找' }).click();
    await expect.poll(() => page.locator('.find-count').textContent()).toMatch(/共 3 处$/);
    await page.keyboard.press('Escape');
    expect(await field.count()).toBe(0);
  }, 120_000);
});

describe('a long queue', () => {
  it('is complete, and scrolls to its end without being deaf', async () => {
    await seedQueue(stage.desk, person.talk, 999);
    const showing = await longestTask(stage.browser, page, async () => {
      await person.say('还在吗');
      await expect.poll(() => page.locator('.list-hint').first().textContent()).toContain('1000 人');
    });
    expect(showing).toBeLessThan(LONGEST);
    const scrolling = await longestTask(stage.browser, page, async () => {
      await scrollThrough('.list-rows', 400);
      await item('seeded-0999').waitFor();
    });
    expect(scrolling).toBeLessThan(LONGEST);
    expect(await page.locator('.list-rows .item').count()).toBeLessThan(60);
  }, 120_000);

  it('is walked through by Alt and an arrow, also where nothing is drawn, and leads to one’s own', async () => {
    await seedQueue(stage.desk, person.talk, 100);
    await person.say('还在吗');
    await expect.poll(() => page.locator('.list-hint').first().textContent()).toContain('101 人');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => page.locator('.talk-title h2').textContent()).toBe('访客 0100');
    await expect.poll(() => page.evaluate('document.activeElement.dataset.talk')).toBe('seeded-0100');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => page.evaluate('document.activeElement.dataset.talk')).toBe('seeded-0099');
    await page.getByRole('button', { name: /^我的对话/ }).click();
    await page.getByText('您还没有接待的对话').waitFor();
  }, 120_000);
});
