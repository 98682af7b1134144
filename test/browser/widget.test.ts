import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { ask, conversation, field, openBrowser, say } from './chat.ts';
import { seriousFaults } from './console.ts';
import { type Host, openHost } from './widget-page.ts';

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

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: '打开备案助手' }).click();
  await page.getByText('请选一个主题').waitFor();
}

it('is a button in the corner of a page of another site, which opens a conversation', async () => {
  host = await openHost(browser);
  const { page } = host;
  await open(page);
  await ask(page, '扫码进不去');
  expect(await conversation(page, 2)).toEqual(['我：扫码进不去', '备案助手：收到：扫码进不去']);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '备案助手' }).waitFor({ state: 'detached' });
});

it('asks nothing of anybody but the service', async () => {
  host = await openHost(browser);
  const { page, asked, desk } = host;
  await open(page);
  await ask(page, '在吗');
  const others = asked.filter((address) => !address.startsWith(desk.url) && !address.startsWith(page.url()));
  expect(others).toEqual([]);
});

it('works under a policy without inline styles, inline scripts and eval', async () => {
  const policy =
    "default-src 'none'; script-src {origin}; connect-src {origin}; img-src {origin} blob: data:; style-src 'self'; base-uri 'none'; form-action 'none'";
  host = await openHost(browser, { policy });
  const { page } = host;
  await open(page);
  await ask(page, '扫码');
  expect(await conversation(page, 2)).toHaveLength(2);
  const panel = await page.locator('.panel').evaluate((node) => {
    const { width, borderRadius } = node.ownerDocument.defaultView?.getComputedStyle(node) ?? {};
    return { width, borderRadius };
  });
  expect(panel).toEqual({ width: '400px', borderRadius: '16px' });
});

it('looks the same in a page with hostile styles, and leaves that page alone', async () => {
  const hostile = `<style>
    * { font-size: 40px !important; color: red !important; background: yellow !important; letter-spacing: 9px; }
    button, textarea, section, header { display: none !important; }
    beian-assistant { position: static; }
  </style>`;
  const html = (extra: string) =>
    `<!doctype html><meta charset="utf-8"><title>示例</title>${extra}<script type="module" src="{origin}widget.js"></script><p class="bubble icon">示例</p><beian-assistant></beian-assistant>`;
  const look = async (page: Page) => {
    await open(page);
    return page.locator('.human').evaluate((node) => {
      const { fontSize, color, display, letterSpacing } = node.ownerDocument.defaultView?.getComputedStyle(node) ?? {};
      return { fontSize, color, display, letterSpacing };
    });
  };
  host = await openHost(browser, { html: html('') });
  const calm = await look(host.page);
  const own = await host.page
    .locator('p.bubble')
    .evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).padding);
  expect(own).toBe('0px');
  await host.close();
  host = await openHost(browser, { html: html(hostile) });
  expect(await look(host.page)).toEqual(calm);
});

it('keeps three tabs in step over one event stream', async () => {
  host = await openHost(browser);
  const { page, tab, asked } = host;
  await open(page);
  await ask(page, '一');
  const [second, third] = [await tab(), await tab()];
  for (const one of [second, third]) {
    await one.getByRole('button', { name: '打开备案助手' }).click();
    await conversation(one, 2);
  }
  await ask(third, '二');
  const expected = ['我：一', '备案助手：收到：一', '我：二', '备案助手：收到：二'];
  for (const one of [page, second, third]) {
    await expect.poll(() => conversation(one, 4)).toEqual(expected);
  }
  expect(asked.filter((address) => address.includes('/events'))).toHaveLength(1);
});

it('counts what an agent says while the panel is closed', async () => {
  host = await openHost(browser);
  const { page, desk } = host;
  await open(page);
  await ask(page, '在吗');
  await conversation(page, 2);
  await page.keyboard.press('Escape');
  const talk = await page.evaluate<string>(
    "JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('beian-talk'))[1]).talk",
  );
  const record = await desk.store.byId(talk);
  if (!record) throw new Error('The talk is gone');
  await desk.store.move({
    id: talk,
    at: '2026-03-02T06:33:00.000Z',
    was: record.case,
    next: record.case,
    wasTold: {},
    told: {},
    by: 'system',
    lines: [{ by: 'agent', name: '客服 07', reply: { text: '您好，我来看看。' } }],
    notes: [],
  });
  desk.bus.publish(talk);
  await page.getByRole('button', { name: '打开备案助手，1 条新消息' }).click();
  await page.getByText('您好，我来看看。').waitFor();
});

it('sends what was written offline once, also after a reload', async () => {
  host = await openHost(browser);
  const { page, desk } = host;
  await open(page);
  await ask(page, '一');
  await page.context().setOffline(true);
  await say(page, '离线写的');
  await page.getByText('恢复后自动发送', { exact: true }).waitFor();
  await page.context().setOffline(false);
  await conversation(page, 4);
  await page.reload();
  await page.getByRole('button', { name: '打开备案助手' }).click();
  expect((await conversation(page, 4)).slice(2)).toEqual(['我：离线写的', '备案助手：收到：离线写的']);
  expect(desk.asked.filter((text) => text === '离线写的')).toHaveLength(1);
});

describe('the page that has it', () => {
  it('opens and closes it, speaks through it and hears of it', async () => {
    host = await openHost(browser);
    const { page } = host;
    await page.waitForFunction('window.BeianAssistant !== undefined');
    await page.evaluate(`
      window.heard = [];
      for (const event of ['open', 'close', 'message', 'state']) BeianAssistant.on(event, () => heard.push(event));
      BeianAssistant.sendMessage('来自页面的问题');`);
    expect(await conversation(page, 2)).toEqual(['我：来自页面的问题', '备案助手：收到：来自页面的问题']);
    await page.evaluate('BeianAssistant.toggle()');
    await page.getByRole('dialog', { name: '备案助手' }).waitFor({ state: 'detached' });
    const heard = await page.evaluate<string[]>('heard');
    expect([...new Set(heard)].sort()).toEqual(['close', 'message', 'open', 'state']);
    await page.evaluate('BeianAssistant.reset(); BeianAssistant.open()');
    await page.getByText('请选一个主题').waitFor();
    expect(await page.locator('.line-own').count()).toBe(0);
  });

  it('has it written in Traditional Chinese and back', async () => {
    host = await openHost(browser);
    const { page } = host;
    await page.waitForFunction('window.BeianAssistant !== undefined');
    await page.evaluate("BeianAssistant.setLocale('zh-TW'); BeianAssistant.open()");
    await page.getByRole('button', { name: '轉人工' }).waitFor();
    await page.evaluate("BeianAssistant.setLocale('zh-CN')");
    await page.getByRole('button', { name: '转人工' }).waitFor();
  });

  it('gives it another colour and the other corner', async () => {
    host = await openHost(browser, {
      html: '<!doctype html><meta charset="utf-8"><title>示例</title><script type="module" src="{origin}widget.js"></script><style>beian-assistant { --beian-brand: rgb(11, 122, 85); }</style><beian-assistant data-side="left"></beian-assistant>',
    });
    const button = host.page.locator('.launcher');
    await button.waitFor();
    const { x } = (await button.boundingBox()) ?? { x: Number.NaN };
    expect(x).toBeLessThan(100);
    expect(
      await button.evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).backgroundColor),
    ).toBe('rgb(11, 122, 85)');
  });
});

it('lists what was found, and not what is still asked', async () => {
  const finding = {
    verdict: 'version-unknown',
    severity: 'notice',
    evidence: '还不知道系统版本。',
    advice: '',
  } as const;
  host = await openHost(browser, {
    answer: ({ text }) => ({
      replies: [{ text: `收到：${text}` }],
      outcome: outcome(text === '查一下' ? 'finding' : 'ask', { diagnostic: 'android-version', findings: [finding] }),
    }),
  });
  const { page } = host;
  await open(page);
  await ask(page, '查一下');
  await ask(page, '什么系统');
  await conversation(page, 4);
  expect(await page.locator('.line-bot').nth(0).locator('.finding').allTextContents()).toEqual([
    '注意还不知道系统版本。',
  ]);
  expect(await page.locator('.line-bot').nth(1).locator('.finding').count()).toBe(0);
});

it('asks for consent on a card, and sends the answer', async () => {
  host = await openHost(browser, {
    answer: ({ text }) =>
      text === '同意'
        ? { replies: [{ text: '好的，已经看过了。' }], outcome: outcome('finding') }
        : { replies: [{ text: '看图片之前，先请您同意。', choices: ['同意', '不同意'] }], outcome: outcome('ask') },
  });
  const { page } = host;
  await open(page);
  await ask(page, '看看图片');
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('好的，已经看过了。').waitFor();
  expect(await page.getByRole('button', { name: '同意', exact: true }).isDisabled()).toBe(true);
});

it('ticks steps off, and shows them one at a time in large text', async () => {
  host = await openHost(browser, {
    answer: () => ({
      replies: [
        { text: '1. 第一步\n2. 第二步\n3. 第三步', sources: [{ entry: 3, title: 'FAQ 第3条', date: '2023-03-24' }] },
      ],
      outcome: outcome('answer', { entry: 3 }),
    }),
  });
  const { page } = host;
  await open(page);
  await ask(page, '资料不全');
  await page.getByRole('checkbox', { name: /第一步/ }).check();
  expect(await page.getByRole('checkbox').count()).toBe(3);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '大字版' }).click();
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(2);
  await page.getByRole('checkbox', { name: /第二步/ }).check();
  await page.getByRole('checkbox', { name: /第三步/ }).waitFor();
});

describe.each([
  { width: 1280, height: 800, colorScheme: 'light' as const },
  { width: 390, height: 844, colorScheme: 'dark' as const },
])('at $width × $height, $colorScheme', ({ colorScheme, ...viewport }) => {
  it('has no serious fault for people with disabilities', async () => {
    host = await openHost(browser, { context: { viewport, colorScheme, reducedMotion: 'reduce' } });
    const { page } = host;
    await open(page);
    expect(await seriousFaults(page)).toEqual([]);
    await ask(page, '扫码');
    await conversation(page, 2);
    expect(await seriousFaults(page)).toEqual([]);
    await field(page).fill('x'.repeat(2_001));
    expect(await seriousFaults(page)).toEqual([]);
  });
});
