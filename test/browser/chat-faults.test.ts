import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { echo } from '../adapters/web/desk.ts';
import { begun, conversation, say, talkIn } from './chat.ts';
import { chatStage } from './chat-stage.ts';

const stage = chatStage();

const MESSAGES = '**/api/talks/*/messages';

function states(page: Page): Promise<readonly string[]> {
  return page.locator('.sent').allTextContents();
}

/** From here on the page's time moves by `page.clock.runFor` alone. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(3_600_000);
}

function ids(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/messages')) sent.push(request.postDataJSON().id);
  });
  return sent;
}

it('offers to try again when a message does not get through, and sends it under the same id', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  const sent = ids(page);
  await page.route(MESSAGES, (route) => route.abort());
  await say(page, '扫码进不去');
  const retry = page.getByRole('button', { name: '重试' });
  await retry.waitFor();
  expect(await states(page)).toEqual(['未送达重试']);

  await page.unroute(MESSAGES);
  await retry.click();
  expect(await conversation(page, 2)).toEqual(['我：扫码进不去', '备案助手：收到：扫码进不去']);
  expect(await states(page)).toEqual(['已送达']);
  expect([sent.length, new Set(sent).size, desk.asked.length]).toEqual([2, 1, 1]);
});

it('says once what arrived although its answer was lost', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  await page.route('**/events*', (route) => route.abort());
  await page.route(MESSAGES, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await say(page, '扫码进不去');
  await page.getByRole('button', { name: '重试' }).waitFor();
  await page.unroute(MESSAGES);
  await page.getByRole('button', { name: '重试' }).click();
  expect(await conversation(page, 2)).toEqual(['我：扫码进不去', '备案助手：收到：扫码进不去']);
  expect(desk.asked).toEqual(['扫码进不去']);
});

it('takes a message whose answer was lost for delivered when the events tell of it', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.route(MESSAGES, async (route) => {
    await route.fetch();
    await route.abort();
  });
  // The events may be faster: the page must not close on a request that is still held up here.
  const lost = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/messages'));
  await say(page, '我的号码是 11010519491231002X');
  await lost;
  expect(await conversation(page, 2)).toEqual([
    '我：我的号码是 11010519491231002X',
    '备案助手：收到：我的号码是 11010519491231002X',
  ]);
  await expect.poll(() => states(page)).toEqual(['已送达']);
});

it('keeps the question when the service breaks, and offers a person', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.route(MESSAGES, (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
  );
  await say(page, '资料看不到');
  const card = page.getByRole('alert').filter({ hasText: '没答上来' });
  await card.waitFor();
  expect(await card.textContent()).toContain('您的问题还在，不用重新打。');
  await page.unroute(MESSAGES);
  await card.getByRole('button', { name: '转人工' }).click();
  await conversation(page, 3);
  expect(await card.count()).toBe(0);
  await page.getByRole('button', { name: '重试' }).click();
  expect(await conversation(page, 4)).toEqual([
    '我：转人工',
    '备案助手：收到：转人工',
    '我：资料看不到',
    '备案助手：收到：资料看不到',
  ]);
});

it('waits as long as it is told to, and sends by itself then', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await stopClock(page);
  let refusals = 0;
  await page.route(MESSAGES, (route) => {
    refusals += 1;
    return refusals > 1
      ? route.continue()
      : route.fulfill({
          status: 429,
          headers: { 'retry-after': '42' },
          json: { error: { code: 'too-many', message: 'x' } },
        });
  });
  await say(page, '那江苏呢');
  await page.getByText('发得太快了，42 秒后自动发送').waitFor();
  await page.clock.runFor(41_500);
  expect(await states(page)).toEqual(['发得太快了，1 秒后自动发送']);
  await page.clock.runFor(1000);
  await conversation(page, 2);
  expect(await states(page)).toEqual(['已送达']);
});

it('says that it is working on it after a second, and that it takes long after eight', async () => {
  let finish = () => {};
  const chat = await stage.open({
    async answer(message) {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return echo(message);
    },
  });
  const { page, desk } = chat;
  await stopClock(page);
  await say(page, '慢慢来');
  await expect.poll(() => desk.asked.length).toBe(1);
  const dots = page.locator('.dots');
  expect(await dots.isVisible()).toBe(false);
  await page.clock.runFor(1100);
  expect([await dots.isVisible(), await dots.textContent()]).toEqual([true, '正在输入']);
  await page.clock.runFor(7000);
  expect(await dots.textContent()).toBe('还在处理');
  finish();
  await conversation(page, 2);
  await dots.waitFor({ state: 'hidden' });
});

it('keeps what is written offline and sends it in order when the network is back', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  await say(page, '一');
  await conversation(page, 2);
  await page.context().setOffline(true);
  await page.getByText('网络已断开，消息会在恢复后自动发送。').waitFor();
  await say(page, '二');
  await say(page, '三');
  expect(await states(page)).toEqual(['已送达', '恢复后自动发送', '恢复后自动发送']);
  await page.context().setOffline(false);
  expect((await conversation(page, 6)).slice(2)).toEqual([
    '我：二',
    '备案助手：收到：二',
    '我：三',
    '备案助手：收到：三',
  ]);
  expect(desk.asked).toEqual(['一', '二', '三']);
  expect(await page.locator('.bar').isHidden()).toBe(true);
});

it('begins anew when the talk is gone, says so, and sends what was written there', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  await page.route('**/events*', (route) => route.abort());
  await say(page, '旧的');
  await conversation(page, 2);
  const old = await talkIn(page);
  await desk.store.erase(old);

  await say(page, '新的');
  await page.getByText('上次的对话已过期，已为您开始新的对话。').waitFor();
  await page.getByText('收到：新的').waitFor();
  expect(await conversation(page, 2)).toEqual(['我：新的', '备案助手：收到：新的']);
  expect(await talkIn(page)).not.toBe(old);
});

it('says that the talk is over when it comes back to one that is gone', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.evaluate(`localStorage.setItem('beian-talk ' + location.origin + '/', '{"talk":"gone","token":"gone"}')`);
  await page.reload();
  await page.getByText('上次的对话已过期').waitFor();
  await page.getByRole('button', { name: '提示资料不完整' }).click();
  expect(await conversation(page, 2)).toEqual(['我：提示资料不完整', '备案助手：收到：提示资料不完整']);
});

it('starts although what it kept is broken or may not be read', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.evaluate("localStorage.setItem('beian-talk ' + location.origin + '/', '{broken')");
  await page.addInitScript(
    'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };',
  );
  await page.reload();
  await begun(page);
  await say(page, '在吗');
  await conversation(page, 2);
  await say(page, '还在吗');
  expect(await conversation(page, 4)).toHaveLength(4);
});

it('tries again by itself while the service cannot be reached at the beginning', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await stopClock(page);
  await page.route('**/api/welcome', (route) => route.abort());
  await page.reload();
  await page.getByText('连不上服务，正在重试。').waitFor();
  await page.unroute('**/api/welcome');
  await page.clock.runFor(3100);
  await page.getByText('请选一个主题').waitFor();
  expect(await page.locator('.bar').isHidden()).toBe(true);
});
