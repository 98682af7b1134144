import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, conversation, openBrowser, SAID } from './chat.ts';
import { longestTask } from './main-thread.ts';
import { saidByAgent } from './said-by-agent.ts';
import { type Host, type HostOptions, openHost, PLAIN } from './widget-page.ts';

/** Milliseconds from the script to its first frame, and of any one task. */
const FIRST_PAINT = 100;
const LONGEST_TASK = 100;

let browser: Browser;
let host: Host;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(host.faults).toEqual([]);
  await host.close();
});

async function opened(options: HostOptions = {}): Promise<Page> {
  host = await openHost(browser, options);
  await host.page.getByRole('button', { name: '打开备案助手' }).click();
  await host.page.locator('.log[aria-busy=false]').waitFor();
  return host.page;
}

/** What has the focus inside the widget: its label or its words. */
const focused = (page: Page) =>
  page.evaluate<string>(
    "(({ shadowRoot: { activeElement: now } }) => now ? now.getAttribute('aria-label') || now.textContent : '')(document.querySelector('beian-assistant'))",
  );

describe('the keyboard', () => {
  it('opens the panel, is taken to the field, and brought back to the button', async () => {
    host = await openHost(browser);
    const { page } = host;
    await page.locator('.launcher').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('说说遇到的问题');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('打开备案助手');
  });

  it('goes through the head, the conversation and the field in the order in which they stand', async () => {
    const page = await opened();
    await page.locator('.human').focus();
    const order: string[] = [];
    for (let at = 0; at < 7; at++) {
      order.push(await focused(page));
      await page.keyboard.press('Tab');
    }
    expect(order).toEqual([
      '转人工',
      '更多',
      '关闭',
      '扫码进不去上传页面',
      '提示资料不完整',
      '添加图片',
      '说说遇到的问题',
    ]);
  });

  it('moves in the menu, leaves it and every sheet of it where it came from', async () => {
    const page = await opened();
    const more = page.getByRole('button', { name: '更多' });
    await more.press('Enter');
    await more.press('ArrowDown');
    await expect.poll(() => focused(page)).toBe('重新开始');
    await page.keyboard.press('Escape');
    expect([await focused(page), await page.locator('.menu').count()]).toEqual(['更多', 0]);
    for (const [item, sheet] of [
      ['换到手机上继续', '换到手机上继续'],
      ['删除我的数据', '删除这个对话的全部数据？'],
    ] as const) {
      await more.press('Enter');
      await page.getByRole('button', { name: item }).press('Enter');
      const dialog = page.getByRole('dialog', { name: sheet });
      await dialog.waitFor();
      await expect.poll(() => dialog.locator(':focus').count()).toBe(1);
      await page.keyboard.press('Shift+Tab');
      expect(await dialog.locator(':focus').count()).toBe(1);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toBe('更多');
    }
  });

  it('comes back to the source from its sheet, which is in view wherever that stands', async () => {
    const page = await opened();
    for (const text of ['一', '二', '三', '四', '五']) await ask(page, text);
    const source = page.locator('.source').nth(2);
    await source.press('Enter');
    const dialog = page.getByRole('dialog', { name: '依据' });
    await dialog.waitFor();
    const [inner, outer] = await Promise.all([dialog.boundingBox(), page.locator('.panel').boundingBox()]);
    if (!inner || !outer) throw new Error('It is not drawn');
    expect(inner.y).toBeGreaterThanOrEqual(outer.y);
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height + 1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await source.and(page.locator(':focus')).count()).toBe(1);
  });
});

it('shows the code for the phone under its own policy and a strict one, and counts for the service alone', async () => {
  host = await openHost(browser, {
    policy: "default-src 'none'; script-src {origin}; connect-src {origin}; style-src 'none'; img-src 'none'",
  });
  const { page, desk } = host;
  await page.getByRole('button', { name: '打开备案助手' }).click();
  for (const address of [undefined, desk.url]) {
    if (address) await page.goto(address);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '换到手机上继续' }).click();
    const picture = page.getByRole('img', { name: '二维码' });
    await picture.waitFor();
    const dots = (await picture.locator('path').getAttribute('d')) ?? '';
    expect(dots.length).toBeGreaterThan(1_000);
  }
});

it('puts each line into the log once, and never again', async () => {
  const page = await opened();
  await page.evaluate(`
    window.added = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.nodeType === 1) added.push(node.textContent);
    }).observe(document.querySelector('beian-assistant').shadowRoot.querySelector('[role=log]'), { childList: true, subtree: true });`);
  await ask(page, '第一句');
  await conversation(page, 2);
  await ask(page, '第二句');
  await conversation(page, 4);
  await expect.poll(() => page.locator('.sent', { hasText: '已送达' }).count()).toBe(2);
  const added = await page.evaluate<string[]>('added');
  for (const words of ['我：第一句', '我：第二句', '收到：第一句', '收到：第二句']) {
    expect([words, added.filter((text) => text.includes(words)).length]).toEqual([words, 1]);
  }
  // How the conversation begins was there already.
  expect(added.filter((text) => text.includes('卡在哪一步了'))).toEqual([]);
});

describe.each([
  ['a page at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, PLAIN],
  ['a page at 400 %', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, PLAIN],
  ['letters at 200 %', { viewport: { width: 390, height: 844 } }, `${PLAIN}<style>html{font-size:200%}</style>`],
])('with %s', (_name, context, html) => {
  it('cuts nothing off', async () => {
    const page = await opened({ context, html });
    await ask(page, '扫码进不去上传页面怎么办');
    const cut = () =>
      page.evaluate<string[]>(`(() => {
        const root = document.querySelector('beian-assistant').shadowRoot;
        const panel = root.querySelector('.panel').getBoundingClientRect();
        const faults = [];
        if (panel.top < 0 || panel.left < 0 || panel.right > innerWidth + 1 || panel.bottom > innerHeight + 1) faults.push('panel');
        for (const node of root.querySelectorAll('.head > *, .head button, .field > :not([hidden]), .composer, .scrim .sheet, .menu, .menu button')) {
          const { left, right, top, bottom } = node.getBoundingClientRect();
          if (left < panel.left - 1 || right > panel.right + 1 || top < panel.top - 1 || bottom > panel.bottom + 1) faults.push(node.className + ' ' + node.textContent);
        }
        for (const node of root.querySelectorAll('.human, .pick span, .bubble, h2, .sheet-body')) {
          if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline') faults.push('too wide: ' + node.textContent);
        }
        if (root.querySelector('.scroll').clientHeight < 60) faults.push('no room for the conversation');
        return faults;
      })()`);
    expect(await cut()).toEqual([]);
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '删除我的数据' }).click();
    await page.getByRole('dialog', { name: '删除这个对话的全部数据？' }).waitFor();
    expect(await cut()).toEqual([]);
    await page.getByRole('button', { name: '先不删' }).click();
  });
});

it.each([
  ['reduce', 'none'],
  ['no-preference', 'b-in'],
] as const)('moves nothing where motion is to be reduced (%s)', async (reducedMotion, animation) => {
  const page = await opened({ context: { reducedMotion } });
  await ask(page, '一');
  const names = await page
    .locator('.entry, .dots i')
    .evaluateAll((nodes) => nodes.map((node) => node.ownerDocument.defaultView?.getComputedStyle(node).animationName));
  expect(new Set(names)).toEqual(new Set([animation]));
});

describe('in good time', () => {
  it('its button is painted', async () => {
    host = await openHost(browser);
    const { page } = host;
    await page.context().addInitScript(`
      const look = () => {
        const host = document.querySelector('beian-assistant');
        const button = host && host.shadowRoot && host.shadowRoot.querySelector('.launcher');
        if (!button || button.getBoundingClientRect().width !== 56) return requestAnimationFrame(look);
        requestAnimationFrame((painted) => { window.painted = painted; });
      };
      requestAnimationFrame(look);`);
    const times: number[] = [];
    for (let at = 0; at < 7; at++) {
      await page.reload();
      await page.waitForFunction('window.painted > 0');
      times.push(
        await page.evaluate<number>(
          "painted - performance.getEntriesByType('resource').find(({ name }) => /widget-[\\w-]+\\.js$/.test(name)).responseEnd",
        ),
      );
    }
    const [median = Number.NaN] = times.sort((a, b) => a - b).slice(3);
    expect(median).toBeGreaterThan(0);
    expect(median).toBeLessThan(FIRST_PAINT);
  });

  it('a conversation of 500 lines opens without a long task, shows its end, and its beginning on request', async () => {
    host = await openHost(browser);
    const { page, desk } = host;
    await page.getByRole('button', { name: '打开备案助手' }).click();
    await ask(page, '一');
    const talk = await page.evaluate<string>(
      "JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('beian-talk'))[1]).talk",
    );
    const texts = Array.from(
      { length: 500 },
      (_, at) =>
        `第 ${at} 条：**先看这里**\n\n1. 打开 APP\n2. 点**我的 > 设置**\n3. 看[规则](https://example.com/${at})`,
    );
    await saidByAgent(desk, talk, ...texts);
    await page.reload();
    const loaded = page.waitForResponse((response) => response.url().includes('/messages?after='));
    await (await loaded).finished();
    const launcher = page.getByRole('button', { name: /^打开备案助手/ });
    const longest = await longestTask(browser, page, async () => {
      await launcher.click();
      await page.getByText('第 499 条').waitFor();
    });
    expect(longest).toBeLessThan(LONGEST_TASK);
    const scroll = page.locator('.scroll');
    const left = () => scroll.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    expect(await left()).toBeLessThan(40);

    const count = () => page.locator(`.line ${SAID}`).count();
    const before = await count();
    expect(before).toBeLessThan(100);
    const first = page.locator(`.line ${SAID}`).first();
    const words = await first.textContent();
    await page.getByRole('button', { name: /^看更早的 \d+ 条$/ }).press('Enter');
    await expect.poll(count).toBeGreaterThan(before);
    const kept = page.locator(`.line ${SAID}`, { hasText: words?.slice(0, 9) ?? '' });
    const [line, box] = await Promise.all([kept.first().boundingBox(), scroll.boundingBox()]);
    if (!line || !box) throw new Error('It is not drawn');
    // What stood at the top is where it was: neither the end nor the new beginning is shown instead.
    expect(Math.abs(line.y - box.y)).toBeLessThan(box.height);
    for (let presses = 0; presses < 12; presses++) {
      const more = page.getByRole('button', { name: /^看更早的 \d+ 条$/ });
      if ((await more.count()) === 0) break;
      await more.press('Enter');
    }
    expect(await count()).toBe(502);
    await page.getByText('卡在哪一步了').waitFor();
  });
});
