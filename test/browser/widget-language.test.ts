import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { SIMPLIFIED } from '../shared/simplified.ts';
import { talkIn } from './chat.ts';
import { seriousFaults } from './console.ts';
import { PLAIN } from './widget-page.ts';
import { widgetStage } from './widget-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

const SHOTS = process.env.SHOTS;

const stage = widgetStage();

/** A page that asks for the widget in certain characters, opened. */
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

/** What the panel shows in simplified signs that nobody typed, also to who cannot see it. */
function simplifiedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const simplified = new RegExp(${JSON.stringify(SIMPLIFIED)}, 'u');
    const found = [];
    const look = (node, isTyped) => {
      if (node.nodeType === Node.TEXT_NODE && !isTyped && simplified.test(node.data)) found.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || /^(style|script)$/i.test(node.tagName)) return;
      const here = isTyped || node.matches('.line-own p.bubble, .line-agent .text, [data-typed]');
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (simplified.test(node.getAttribute(name) ?? '')) found.push(name + ': ' + node.getAttribute(name));
      }
      for (const child of node.childNodes) look(child, here);
    };
    for (const child of document.querySelector('beian-assistant').shadowRoot.childNodes) look(child, false);
    return found;
  })()`);
}

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

it('is written in Traditional Chinese for whoever reads it, and in Simplified with the service and the agents', async () => {
  const page = await widget('zh-TW');
  await expect
    .poll(() => page.locator('.welcome .text').textContent())
    .toContain('請選一個主題，或者直接說說您遇到的情況。');
  expect(await simplifiedIn(page)).toEqual([]);
  await shot(page, 'tw-390-welcome');

  await say(page, '明天股票会涨吗');
  await say(page, '扫码进不去上传页面');
  await expect.poll(() => buttons(page)).toEqual(['安卓', '蘋果（iOS）', '鴻蒙', '不知道']);
  await shot(page, 'tw-390-question');
  await press(page, '蘋果（iOS）');
  // The one that was taken is marked, the others are closed.
  const taken = page.locator('.picks').nth(-2).locator('[aria-pressed=true]');
  await expect.poll(() => taken.allTextContents()).toEqual(['蘋果（iOS）']);
  expect(await simplifiedIn(page)).toEqual([]);
  await say(page, '不对，是安卓 4.4');
  await page.locator('.finding').last().waitFor();
  expect(await simplifiedIn(page)).toEqual([]);
  await shot(page, 'tw-390-finding');

  // An entry opens whole.
  await page.locator('.source').last().click();
  await page.locator('.sheet h4').waitFor();
  expect(await simplifiedIn(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await answered(page, () => page.locator('.head .human').click());
  await page.locator('.queue-place').waitFor();
  const card = page.locator('.case');
  await expect.poll(() => card.locator('dt').allTextContents()).toContain('手機系統');
  expect(await simplifiedIn(page)).toEqual([]);
  await shot(page, 'tw-390-queue');
  expect(await kept(page, 'user')).toEqual([
    '明天股票会涨吗',
    '扫码进不去上传页面',
    '苹果（iOS）',
    '不对，是安卓 4.4',
    '转人工',
  ]);

  const talk = await talkIn(page);
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a1', text: '请更新' });
  await expect
    .poll(() => page.locator('.line-system').last().textContent())
    .toContain('客服 01 已接入，前面的情況已經看到');
  // An agent's words are theirs, whatever they are.
  await expect.poll(() => page.locator('.line-agent .text').allTextContents()).toEqual(['请更新']);
  expect(await own(page)).toContain('明天股票会涨吗');
  expect(await seriousFaults(page)).toEqual([]);
  await shot(page, 'tw-390-agent');

  await page.evaluate("document.querySelector('beian-assistant').setAttribute('data-locale', 'zh-CN')");
  await expect.poll(() => page.locator('.line-system').last().textContent()).toContain('前面的情况已经看到');
});

it('is in the words of Taiwan also where it quotes a province’s rule', async () => {
  const page = await widget('zh-TW', { viewport: { width: 1280, height: 800 } });
  await say(page, '提示主办单位负责人和工商不一致，我在江苏');
  await expect.poll(() => page.locator('.province').last().textContent()).toContain('沒有列出，不等於不要求。');
  expect(await page.locator('.province blockquote p').textContent()).toContain('目前要求寧夏、西藏');
  expect(await simplifiedIn(page)).toEqual([]);
  await shot(page, 'tw-1280-province');
  await press(page, '解決了');
  await expect.poll(() => last(page).textContent()).toBe('好的，解決了就好。之後再遇到問題，隨時來問。');
  expect(await own(page)).toEqual(['提示主办单位负责人和工商不一致，我在江苏', '解決了']);
  expect((await kept(page, 'user')).slice(-1)).toEqual(['解决了']);
});

it('keeps the characters that its person chose, whatever the page asks for', async () => {
  const page = await widget('zh-CN');
  const more = (name: string) => page.getByRole('button', { name, exact: true });
  await more('更多').click();
  await page.getByText('繁體中文', { exact: true }).click();
  await more('轉人工').waitFor();
  await page.reload();
  await page.locator('.launcher').click();
  await more('轉人工').waitFor();
  await page.getByText('简体中文', { exact: true }).waitFor({ state: 'detached' });
  await more('更多').click();
  await page.getByText('简体中文', { exact: true }).click();
  await more('转人工').waitFor();
});
