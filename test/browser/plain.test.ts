import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { type Desk, echo, openDesk } from '../adapters/web/desk.ts';
import { openBrowser } from './chat.ts';

let browser: Browser;
let desk: Desk;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await context.close();
  await desk.close();
});

/** A browser that runs no scripts, at `/`. */
async function open(): Promise<void> {
  desk = await openDesk({
    answer: (message) =>
      message.text === '版本'
        ? { replies: [{ text: '哪种手机？', choices: ['安卓', 'iPhone'] }], outcome: outcome('ask') }
        : echo(message),
  });
  context = await browser.newContext({
    locale: 'zh-CN',
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  await page.goto(desk.url);
}

async function ask(text: string): Promise<void> {
  await page.getByRole('textbox', { name: '说说遇到的问题' }).fill(text);
  await page.getByRole('button', { name: '发送', exact: true }).click();
}

const lines = () => page.locator('.line').allInnerTexts();

it('asks, is answered, goes on, presses a choice and looks again', async () => {
  await open();
  await ask('扫码进不去');
  await page.getByText('收到：扫码进不去').waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/plain');
  await ask('版本');
  await page.getByRole('button', { name: 'iPhone' }).click();
  await page.getByText('收到：iPhone').waitFor();
  expect(desk.asked).toEqual(['扫码进不去', '版本', 'iPhone']);

  const talk = await page.locator('#ask input[name=talk]').getAttribute('value');
  const record = await desk.store.byId(talk ?? '');
  if (!record) throw new Error('The talk is gone');
  await desk.store.move({
    id: record.id,
    at: '2026-03-02T06:33:00.000Z',
    was: record.case,
    next: record.case,
    wasTold: {},
    told: {},
    by: 'system',
    lines: [{ by: 'agent', name: '客服 07', reply: { text: '您好，我来看看。' } }],
    notes: [],
  });
  expect(await page.getByText('您好，我来看看。').count()).toBe(0);
  await page.getByRole('button', { name: '看看有没有新回答' }).click();
  await page.getByText('您好，我来看看。').waitFor();
  expect((await lines()).at(-1)).toMatch(/^客服 07\s+您好，我来看看。$/);
  const width = await page.locator('body').evaluate((body) => body.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

it('says a question once when the page is loaded again', async () => {
  await open();
  await ask('一');
  await ask('二');
  await page.getByText('收到：二').waitFor();
  await page.reload();
  expect((await lines()).filter((line) => line.includes('收到：'))).toHaveLength(2);
  expect(desk.asked).toEqual(['一', '二']);
});

it('leaves a 留言, and gives back one without a way to answer it', async () => {
  await open();
  await ask('一');
  await page.getByLabel('要办的事').fill('请回电\n谢谢');
  await page.getByRole('button', { name: '发送留言' }).click();
  await page.getByText('请留下 3 到 200 个字的联系方式').waitFor();
  expect(await page.getByLabel('要办的事').inputValue()).toBe('请回电\n谢谢');
  await page.getByLabel('怎么联系您').fill('13800001111');
  await page.getByRole('button', { name: '发送留言' }).click();
  await page.getByText(/留言已交给客服，编号 L-/).waitFor();
  const talk = await page.locator('#ask input[name=talk]').getAttribute('value');
  expect((await desk.store.ticketsOf(talk ?? '')).map(({ text }) => text)).toHaveLength(1);
});

it('shows markup as the text it is', async () => {
  await open();
  const text = '</textarea><img src=x> "><b id=b>粗</b> [点](javascript:alert(1))';
  await ask(text);
  expect((await lines())[1]?.replace(/\s+/, ' ')).toBe(`我 ${text}`);
  expect(await page.locator('img, .line b, .line a').count()).toBe(0);
});

it('gives back what was written where the conversation is gone', async () => {
  await open();
  await ask('一');
  const talk = await page.locator('#ask input[name=talk]').getAttribute('value');
  await desk.store.erase(talk ?? '');
  await ask('写了很久 <的话>');
  await page.getByText('上次的对话已过期').waitFor();
  const field = page.getByRole('textbox', { name: '说说遇到的问题' });
  expect(await field.inputValue()).toBe('写了很久 <的话>');
  await page.getByRole('button', { name: '发送', exact: true }).click();
  await page.getByText('收到：写了很久 <的话>').waitFor();
});
