import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Chat, conversation, field, openBrowser, openChat, say, talkIn } from './chat.ts';
import { stopDesk } from './restart-desk.ts';
import { saidByAgent } from './said-by-agent.ts';
import { type Host, openHost } from './widget-page.ts';

let browser: Browser;
let host: Host | undefined;
let chat: Chat | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const faults = [...(host?.faults ?? []), ...(chat?.faults ?? [])];
  await host?.close();
  await chat?.close();
  host = undefined;
  chat = undefined;
  expect(faults).toEqual([]);
});

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开备案助手' }).click();
  await page.locator('.log[aria-busy=false]').waitFor();
}

/** A page whose browser lacks something from its first script on. */
async function lacking(script: string): Promise<Host> {
  host = await openHost(browser);
  await host.page.context().addInitScript(script);
  await host.page.reload();
  return host;
}

const NO_CHANNELS = 'delete window.BroadcastChannel; Object.defineProperty(navigator, "locks", { value: undefined });';
const NO_STORAGE = `
  const no = () => { throw new DOMException('denied', 'SecurityError'); };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, { get: no });
  LockManager.prototype.request = async () => no();
  window.BroadcastChannel = class { constructor() { no(); } };`;
const NO_INDEXED_DB = 'Object.defineProperty(window, "indexedDB", { value: undefined });';
const NO_SHEETS = `
  delete Document.prototype.adoptedStyleSheets;
  delete ShadowRoot.prototype.adoptedStyleSheets;
  delete CSSStyleSheet.prototype.replaceSync;`;

/** What one tab stores, the others hear three seconds later. */
const LATE = `
  addEventListener('storage', (event) => {
    if (!event.isTrusted) return;
    event.stopImmediatePropagation();
    const { key, newValue, oldValue, storageArea } = event;
    setTimeout(() => dispatchEvent(new StorageEvent('storage', { key, newValue, oldValue, storageArea })), 3_000);
  });`;

const hostTalk = (page: Page) =>
  page.evaluate<string>(
    "JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('beian-talk'))[1]).talk",
  );

describe('in a browser without', () => {
  it('channels and locks, it keeps tabs in step with one stream at a time', async () => {
    const { page, tab, desk, asked } = await lacking(NO_CHANNELS);
    await open(page);
    await ask(page, '一');
    const other = await tab();
    await open(other);
    await ask(other, '二');
    const said = ['我：一', '备案助手：收到：一', '我：二', '备案助手：收到：二'];
    for (const one of [page, other]) await expect.poll(() => conversation(one, 4)).toEqual(said);
    const streams = () => asked.filter((address) => address.includes('/events')).length;
    expect(streams()).toBe(1);

    await page.close();
    await expect.poll(streams).toBe(2);
    await saidByAgent(desk, await hostTalk(other), '您好，我来看看。');
    await other.getByText('您好，我来看看。').waitFor();
  });

  it('storage, locks and channels, it still talks and hears', async () => {
    const { page, desk } = await lacking(NO_STORAGE);
    await open(page);
    const opened = page.waitForResponse((response) => response.url().endsWith('/api/talks') && response.ok());
    await say(page, '一');
    const { talk } = await (await opened).json();
    expect(await conversation(page, 2)).toEqual(['我：一', '备案助手：收到：一']);
    await saidByAgent(desk, talk, '您好，我来看看。');
    await page.getByText('您好，我来看看。').waitFor();
  });

  it('IndexedDB, it sends what was written offline', async () => {
    const { page } = await lacking(NO_INDEXED_DB);
    await open(page);
    await page.context().setOffline(true);
    await say(page, '离线写的');
    await page.getByText('恢复后自动发送', { exact: true }).waitFor();
    await page.context().setOffline(false);
    expect(await conversation(page, 2)).toEqual(['我：离线写的', '备案助手：收到：离线写的']);
  });

  it('constructed sheets, it looks the same by its linked one', async () => {
    const look = async (page: Page) => {
      await open(page);
      return page.locator('.panel').evaluate((panel) => {
        const view = panel.ownerDocument.defaultView;
        const parts = ['.human', '.field', '.pick'].map((name) => panel.querySelector(name));
        return [panel, ...parts].map((node) => {
          if (!node || !view) throw new Error('A part of the panel is missing');
          const { width, height } = node.getBoundingClientRect();
          const { color, backgroundColor, fontSize, borderRadius, position } = view.getComputedStyle(node);
          return { width, height, color, backgroundColor, fontSize, borderRadius, position };
        });
      });
    };
    host = await openHost(browser);
    const constructed = await look(host.page);
    expect(host.asked.filter((address) => address.endsWith('/widget.css'))).toEqual([]);
    await host.close();
    const { page, asked } = await lacking(NO_SHEETS);
    await expect.poll(() => page.locator('.launcher').evaluate((node) => node.getBoundingClientRect().width)).toBe(56);
    expect(await look(page)).toEqual(constructed);
    expect(asked.filter((address) => address.endsWith('/widget.css'))).toHaveLength(1);
  });

  it('a dictionary that can be loaded, it speaks Simplified Chinese', async () => {
    host = await openHost(browser);
    const { page } = host;
    await page.route('**/widget/traditional-*', (route) => route.abort());
    await page.evaluate("document.querySelector('beian-assistant').dataset.locale = 'zh-TW'");
    await page.reload();
    await page.evaluate("BeianAssistant.setLocale('zh-TW')");
    await open(page);
    await ask(page, '一');
    expect(await conversation(page, 2)).toEqual(['我：一', '备案助手：收到：一']);
  });
});

describe('goes on', () => {
  it('by itself when the service was restarted, and shows once what was said meanwhile', async () => {
    chat = await openChat(browser);
    const { page, desk } = chat;
    await ask(page, '一');
    const talk = await talkIn(page);
    const stopped = await stopDesk(desk);
    await page.getByText('连不上服务，正在重试。').waitFor();
    await saidByAgent(desk, talk, '您好，我来看看。', '请更新 APP。');
    const app = await stopped.start();
    try {
      await page.getByText('请更新 APP。').waitFor();
      await expect.poll(() => page.locator('.bar').count()).toBe(0);
      expect((await conversation(page, 4)).slice(2)).toEqual(['客服 07您好，我来看看。', '客服 07请更新 APP。']);
    } finally {
      await app.close();
    }
  });

  it('when its tab was hidden for long, without a stream meanwhile', async () => {
    chat = await openChat(browser);
    const { page, desk } = chat;
    await ask(page, '一');
    const show = (isHidden: boolean) =>
      page.evaluate(
        `Object.defineProperty(document, 'hidden', { value: ${isHidden}, configurable: true }); document.dispatchEvent(new Event('visibilitychange'))`,
      );
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/events'));
    await show(true);
    await ended;
    await saidByAgent(desk, await talkIn(page), '您好，我来看看。', '请更新 APP。');
    expect(await conversation(page, 2)).toHaveLength(2);
    const again = page.waitForRequest((request) => request.url().includes('/events'));
    await show(false);
    expect((await conversation(page, 4)).slice(2)).toEqual(['客服 07您好，我来看看。', '客服 07请更新 APP。']);
    await again;
    await saidByAgent(desk, await talkIn(page), '还在吗？');
    expect((await conversation(page, 5)).slice(4)).toEqual(['客服 07还在吗？']);
  });

  it('over a slow network, says so, and sends once', async () => {
    chat = await openChat(browser);
    const { page, desk } = chat;
    await ask(page, '一');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 9_500,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await say(page, '二');
    await page.getByText('还在处理').waitFor();
    expect((await conversation(page, 4)).slice(2)).toEqual(['我：二', '备案助手：收到：二']);
    expect(desk.asked).toEqual(['一', '二']);
    await expect.poll(() => page.getByText('还在处理').count()).toBe(0);
  });

  it('when a stream breaks in the middle of an event', async () => {
    chat = await openChat(browser);
    const { page, desk } = chat;
    let broken = 0;
    await page.route('**/events*', (route) => {
      broken += 1;
      if (broken > 1) return route.continue();
      const body =
        'retry: 2000\n\nid: 2\nevent: message\ndata: {"seq":2,"at":"2026-03-02T06:32:00.000Z","by":"user","te';
      return route.fulfill({ status: 200, contentType: 'text/event-stream', body });
    });
    await ask(page, '一');
    await expect.poll(() => broken).toBeGreaterThan(1);
    await saidByAgent(desk, await talkIn(page), '您好，我来看看。');
    expect(await conversation(page, 3)).toEqual(['我：一', '备案助手：收到：一', '客服 07您好，我来看看。']);
  });

  it('with one conversation where two tabs begin it at the same moment', async () => {
    chat = await openChat(browser);
    const { page, tab, desk } = chat;
    const other = await tab();
    let opened = 0;
    page.context().on('response', (response) => {
      if (response.request().method() === 'POST' && response.url().endsWith('/api/talks')) opened += 1;
    });
    await page.context().setOffline(true);
    await say(page, '甲');
    await say(other, '乙');
    for (const one of [page, other]) await one.getByText('恢复后自动发送', { exact: true }).waitFor();
    await page.context().setOffline(false);
    for (const one of [page, other]) {
      await expect
        .poll(async () => [...(await conversation(one, 4))].sort())
        .toEqual(['备案助手：收到：乙', '备案助手：收到：甲', '我：乙', '我：甲'].sort());
    }
    expect([opened, [...desk.asked].sort()]).toEqual([1, ['乙', '甲'].sort()]);
    expect(await talkIn(page)).toBe(await talkIn(other));
  });

  it('in the new conversation, although other tabs hear late that the old one was erased', async () => {
    chat = await openChat(browser);
    const { page, tab } = chat;
    await ask(page, '一');
    await page.context().addInitScript(LATE);
    const others = [await tab(), await tab()];
    for (const one of others) await conversation(one, 2);
    await page.bringToFront();
    await page.getByRole('button', { name: '更多' }).click();
    await page.getByRole('button', { name: '删除我的数据' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByText(/^删除回执/).waitFor();
    await ask(page, '新的');
    for (const one of others) await one.getByText('这个对话已在别的页面结束').waitFor();
    for (const one of [page, ...others]) {
      await expect.poll(() => conversation(one, 2)).toEqual(['我：新的', '备案助手：收到：新的']);
    }
    await page.reload();
    expect(await conversation(page, 2)).toEqual(['我：新的', '备案助手：收到：新的']);
  });
});

describe('in a page that changes', () => {
  it('it ends its stream when it is taken out, begins again when it comes back, and only moves when it moves', async () => {
    host = await openHost(browser);
    const { page } = host;
    await open(page);
    await ask(page, '一');
    await field(page).fill('写到一半');
    await page.evaluate(
      "document.body.insertBefore(document.querySelector('beian-assistant'), document.body.firstChild); new Promise((resolve) => setTimeout(resolve))",
    );
    expect(await field(page).inputValue()).toBe('写到一半');
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/events'));
    await page.evaluate("window.kept = document.querySelector('beian-assistant'); kept.remove(); undefined");
    await ended;
    await page.evaluate('document.body.appendChild(kept); undefined');
    await open(page);
    expect(await conversation(page, 2)).toEqual(['我：一', '备案助手：收到：一']);
    await ask(page, '二');
    expect(await conversation(page, 4)).toHaveLength(4);
  });

  it('it leaves alone what stands in the address of the page', async () => {
    host = await openHost(browser);
    const { page, asked } = host;
    await page.goto(`${page.url()}#phone=13800001111`);
    await page.reload();
    await open(page);
    expect(new URL(page.url()).hash).toBe('#phone=13800001111');
    expect(asked.filter((address) => address.endsWith('/api/phone'))).toEqual([]);
  });
});
