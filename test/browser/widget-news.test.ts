import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { ask, begun, talkIn } from './chat.ts';
import { seriousFaults } from './console.ts';
import { PHONE, widgetStage } from './widget-stage.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = widgetStage();

const PLACES: readonly [string, string, BrowserContextOptions][] = [
  ['on a phone', '', PHONE],
  ['in the corner of a page', 'host', { viewport: { width: 1280, height: 800 } }],
];

/** Waits for a person, and has been given an answer meanwhile that is longer than the window. */
async function waiting(path: string, context: BrowserContextOptions): Promise<Page> {
  const page = await stage.visit(path, context);
  if (path === 'host') await page.getByRole('button', { name: '打开备案助手' }).click();
  await begun(page);
  await ask(page, '转人工');
  await page.locator('.queue').getByRole('button', { name: '继续问机器人' }).click();
  await page.locator('.queue').getByRole('button', { name: '等人工' }).waitFor();
  await ask(page, '提示资料不完整');
  await page.locator('.line-rests').waitFor();
  await expect.poll(() => left(page)).toBeGreaterThan(150);
  return page;
}

/** Pixels of the conversation below what is seen of it. */
const left = (page: Page) =>
  page.locator('.scroll').evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);

/** Whether something is wholly in the visible part of the conversation, and of the window. */
async function inView(page: Page, selector: string): Promise<boolean> {
  const [box, log] = [await page.locator(selector).last().boundingBox(), await page.locator('.scroll').boundingBox()];
  const height = page.viewportSize()?.height ?? 0;
  return !!box && !!log && box.y >= log.y && box.y + box.height <= Math.min(height, log.y + log.height) + 1;
}

/** Scrolls the conversation as a hand does: with a finger on a phone, else with the wheel. */
async function scroll(page: Page, by: number): Promise<void> {
  const box = await page.locator('.scroll').boundingBox();
  if (!box) throw new Error('There is no conversation');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const before = await left(page);
  if (page.viewportSize()?.width === PHONE.viewport.width) {
    const hand = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly number[]) =>
      hand.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((at) => ({ x, y: at })) });
    for (let moved = 0; moved < Math.abs(by); moved += 300) {
      await touch('touchStart', y);
      for (const part of [40, 120, 200, 300]) await touch('touchMove', y - Math.sign(by) * part);
      await touch('touchEnd');
    }
  } else {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, by);
  }
  await expect.poll(() => left(page)).not.toBe(before);
}

/** What a browser says of a tab that nobody looks at. */
const hide = (page: Page, isHidden: boolean) =>
  page.evaluate(
    `Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
  );

const says = (talk: string, id: string, text: string) =>
  stage.agent.call('POST', `/talks/${talk}/messages`, { id, text });

describe.each(PLACES)('%s', (_, path, context) => {
  it('shows after a long answer who joins, what they say, the end and the rating', async () => {
    const page = await waiting(path, context);
    const talk = await talkIn(page);
    await stage.agent.call('POST', `/talks/${talk}/claim`);
    await page.locator('.line-system', { hasText: '客服 01 已接入' }).waitFor();
    await expect.poll(() => inView(page, '.line-system')).toBe(true);
    for (const at of [1, 2, 3]) {
      await says(talk, `a${at}`, `第 ${at} 步，${'先把 APP 更新一下。'.repeat(12)}`);
      await page.locator('.line-agent', { hasText: `第 ${at} 步` }).waitFor();
      await expect.poll(() => inView(page, '.line-agent')).toBe(true);
    }
    await stage.agent.call('POST', `/talks/${talk}/typing`);
    await page.locator('.line-typing').waitFor();
    await expect.poll(() => inView(page, '.line-typing')).toBe(true);
    await stage.agent.call('POST', `/talks/${talk}/close`, { code: 'advised' });
    await page.locator('.line-system', { hasText: '客服已结束这次服务' }).waitFor();
    await expect.poll(() => inView(page, '.line-system')).toBe(true);
    await expect.poll(() => inView(page, '.rating')).toBe(true);
    expect(await page.locator('.news').count()).toBe(0);
  });

  it('leaves who reads further up where they are, counts what came, and goes there at a press', async () => {
    const page = await waiting(path, context);
    const title = await page.title();
    const talk = await talkIn(page);
    await scroll(page, -2_000);
    const top = () => page.locator('.scroll').evaluate((box) => box.scrollTop);
    const where = await top();
    await stage.agent.call('POST', `/talks/${talk}/claim`);
    await says(talk, 'a1', '您好。');
    const news = page.getByRole('button', { name: '2 条新消息，点一下看最新的' });
    await news.waitFor();
    expect([await top(), await page.title()]).toEqual([where, `（2 条新消息）${title}`]);
    expect((await news.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await seriousFaults(page)).toEqual([]);

    await news.click();
    await expect.poll(() => inView(page, '.line-agent')).toBe(true);
    expect([await left(page), await news.count(), await page.title()]).toEqual([0, 0, title]);
    await says(talk, 'a2', '还在吗？');
    await page.locator('.line-agent', { hasText: '还在吗' }).waitFor();
    await expect.poll(() => inView(page, '.line-agent')).toBe(true);
    expect(await news.count()).toBe(0);
  });

  it('is back at the end for who scrolls there, or writes', async () => {
    const page = await waiting(path, context);
    const talk = await talkIn(page);
    await stage.agent.call('POST', `/talks/${talk}/claim`);
    await page.locator('.line-system', { hasText: '客服 01 已接入' }).waitFor();
    await scroll(page, -2_000);
    await says(talk, 'a1', '您好。');
    await page.locator('.news', { hasText: '1 条新消息' }).waitFor();
    await scroll(page, 3_000);
    await page.locator('.news').waitFor({ state: 'detached' });
    expect(await left(page)).toBeLessThan(80);

    await scroll(page, -2_000);
    await says(talk, 'a2', '还在吗？');
    await page.locator('.news', { hasText: '1 条新消息' }).waitFor();
    await ask(page, '在的');
    await page.locator('.news').waitFor({ state: 'detached' });
    await expect.poll(() => inView(page, '.line-own')).toBe(true);
  });

  it('tells in the title of a page that nobody looks at what the agent says', async () => {
    const page = await waiting(path, context);
    const title = await page.title();
    const talk = await talkIn(page);
    await hide(page, true);
    await stage.agent.call('POST', `/talks/${talk}/claim`);
    await says(talk, 'a1', '您好。');
    await expect.poll(() => page.title()).toBe(`（2 条新消息）${title}`);
    await page.evaluate("document.title = document.title + ' - 新的'");
    await says(talk, 'a2', '还在吗？');
    await expect.poll(() => page.title()).toBe(`（3 条新消息）${title} - 新的`);
    await hide(page, false);
    await expect.poll(() => page.title()).toBe(`${title} - 新的`);
    await expect.poll(() => inView(page, '.line-agent')).toBe(true);
  });
});

it('counts on the launcher and in the title what comes while the panel is closed', async () => {
  const page = await waiting('host', { viewport: { width: 1280, height: 800 } });
  const talk = await talkIn(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '打开备案助手' }).waitFor();
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await says(talk, 'a1', '您好。');
  await page.getByRole('button', { name: '打开备案助手，2 条新消息' }).waitFor();
  expect([await page.locator('.badge').textContent(), await page.title()]).toEqual(['2', '（2 条新消息）示例']);
  await page.getByRole('button', { name: '打开备案助手，2 条新消息' }).click();
  await expect.poll(() => inView(page, '.line-agent')).toBe(true);
  expect([await page.locator('.news, .badge').count(), await page.title()]).toEqual([0, '示例']);
});

it('lets the tab that is looked at read what the other one read while nobody looked', async () => {
  const page = await waiting('', PHONE);
  const talk = await talkIn(page);
  const asked: string[] = [];
  const other = await page.context().newPage();
  for (const tab of [page, other]) {
    tab.on('request', (request) => {
      if (request.url().includes('/events')) asked.push(tab === page ? 'first' : 'other');
    });
  }
  await hide(page, true);
  await other.goto(stage.address);
  await expect.poll(() => asked).toEqual(['other']);
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  for (const tab of [page, other]) await tab.locator('.line-system', { hasText: '客服 01 已接入' }).waitFor();
});
