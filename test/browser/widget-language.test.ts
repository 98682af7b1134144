import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { foreign } from '../widget/spoken.ts';
import { talkIn } from './chat.ts';
import { seriousFaults } from './console.ts';
import { PLAIN } from './widget-page.ts';
import { widgetStage } from './widget-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

const SHOTS = process.env.SHOTS;

const stage = widgetStage();

/** A page that has the widget in a language, opened. */
async function widget(locale: string, context?: BrowserContextOptions): Promise<Page> {
  const host = PLAIN.replace('<title>', '<meta name="viewport" content="width=device-width"><title>').replace(
    '<beian-assistant>',
    `<beian-assistant data-locale="${locale}">`,
  );
  const page = await stage.visit('host', context, host);
  await page.locator('.launcher').click();
  await page.locator('.log[aria-busy=false]').waitFor();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.locator('textarea').fill(text);
  await answered(page, () => page.locator('textarea').press('Enter'));
}

/** Presses a button that says something for the person, and waits for what is answered. */
async function press(page: Page, name: string): Promise<void> {
  await answered(page, () => page.getByRole('button', { name, exact: true }).last().click());
}

async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((one) => one.request().method() === 'POST' && one.url().endsWith('/messages'));
  await act();
  await (await answer).finished();
}

const last = (page: Page) => page.locator('.line-bot .text, .line-system .text').last();
const buttons = (page: Page) => page.locator('.picks').last().locator('.pick').allTextContents();
const own = (page: Page) => page.locator('.line-own p.bubble').allTextContents();

/** What the service keeps: who said what. */
async function kept(page: Page, by: string): Promise<readonly string[]> {
  const lines = await stage.desk.store.lines(await talkIn(page), 0, 100);
  return lines.filter((line) => line.by === by).map(({ text }) => text);
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

it('speaks English to whoever reads it, and Chinese with the service and the agents', async () => {
  const page = await widget('en');
  const welcome = page.locator('.welcome .text');
  await expect.poll(() => welcome.textContent()).toContain('Hello, I am the filing assistant.');
  expect(foreign((await welcome.textContent()) ?? '')).toBe(false);
  // Topics are titles of entries, in the language of the source.
  expect((await buttons(page))[0]).toMatch(/^\p{Script=Han}/u);
  await shot(page, 'en-390-welcome');

  await say(page, '明天股票会涨吗');
  await expect.poll(() => last(page).textContent()).toMatch(/^(I found no entry|I am the filing assistant)/);

  await say(page, '扫码进不去上传页面');
  await expect.poll(() => last(page).textContent()).toContain('Which system has the phone that you scan with');
  expect(await buttons(page)).toEqual(['Android', 'iPhone (iOS)', 'HarmonyOS', "I don't know"]);
  await shot(page, 'en-390-question');
  await press(page, 'Android');
  await expect.poll(() => last(page).textContent()).toContain('Which Android version is it?');
  // The one that was taken is marked, the others are closed.
  const taken = page.locator('.picks').nth(-2).locator('[aria-pressed=true]');
  expect(await taken.allTextContents()).toEqual(['Android']);
  await press(page, '4.4 or older');
  await expect.poll(() => last(page).textContent()).toContain('Your phone has an Android older than 5.0.');
  expect(foreign((await last(page).textContent()) ?? '')).toBe(false);
  expect(foreign((await page.locator('.finding').last().textContent()) ?? '')).toBe(false);
  await shot(page, 'en-390-finding');
  expect(await own(page)).toEqual(['明天股票会涨吗', '扫码进不去上传页面', 'Android', '4.4 or older']);
  expect(await kept(page, 'user')).toEqual(['明天股票会涨吗', '扫码进不去上传页面', '安卓', '4.4 及以下']);

  await answered(page, () => page.locator('.head .human').click());
  await expect.poll(() => page.locator('.queue-place').textContent()).toBe('You are next');
  await expect
    .poll(() => page.locator('.line-bot .text').last().textContent())
    .toContain('You are in the queue for an agent');
  const card = page.locator('.case');
  await expect.poll(() => card.locator('dt').allTextContents()).toContain('Phone system');
  expect(await card.locator('dd span').first().textContent()).toBe('Android');
  await shot(page, 'en-390-queue');
  expect(await kept(page, 'user')).toContain('转人工');

  const talk = await talkIn(page);
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a1', text: '同意' });
  await expect.poll(() => page.locator('.line-system').last().textContent()).toContain('Agent 01 has joined');
  // An agent's words are theirs, whatever they are.
  await expect.poll(() => page.locator('.line-agent .text').allTextContents()).toEqual(['同意']);
  expect(await page.locator('.state').textContent()).toBe('Agent 01 is here');
  await shot(page, 'en-390-agent');
  expect(await seriousFaults(page)).toEqual([]);

  // A conversation that went on in one language reads on in another.
  await page.evaluate("document.querySelector('beian-assistant').setAttribute('data-locale', 'zh-TW')");
  await expect
    .poll(() => page.locator('.line-system').last().textContent())
    .toContain('客服 01 已接入，前面的情況已經看到');
  expect(await own(page)).toContain('4.4 及以下');
  await page.evaluate("document.querySelector('beian-assistant').setAttribute('data-locale', 'zh-CN')");
  await expect.poll(() => page.locator('.line-system').last().textContent()).toContain('前面的情况已经看到');
});

it('speaks the Chinese of Taiwan, also of a province’s rule, whose sentence stays as the source has it', async () => {
  const page = await widget('zh-TW', { viewport: { width: 1280, height: 800 } });
  await expect
    .poll(() => page.locator('.welcome .text').textContent())
    .toContain('請選一個主題，或者直接說說您遇到的情況。');
  await say(page, '提示主办单位负责人和工商不一致，我在江苏');
  await expect.poll(() => page.locator('.province').last().textContent()).toContain('沒有列出，不等於不要求。');
  expect(await page.locator('.province blockquote p').textContent()).toContain('目前要求宁夏、西藏');
  await shot(page, 'tw-1280-province');
  await press(page, '解決了');
  await expect.poll(() => last(page).textContent()).toBe('好的，解決了就好。之後再遇到問題，隨時來問。');
  expect(await own(page)).toEqual(['提示主办单位负责人和工商不一致，我在江苏', '解決了']);
  expect((await kept(page, 'user')).slice(-1)).toEqual(['解决了']);
  await page.evaluate("document.querySelector('beian-assistant').setAttribute('data-locale', 'en')");
  await expect.poll(() => page.locator('.province').last().textContent()).toContain('Jiangsu (江苏) is not among them');
  await shot(page, 'en-1280-province');
});
