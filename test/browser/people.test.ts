import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { openPeopleDesk, type PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openBrowser } from './chat.ts';

let browser: Browser;
let knowledge: Knowledge;
let desk: PeopleDesk;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  knowledge = await trainedKnowledge();
});
afterAll(async () => {
  await browser.close();
  await knowledge.close();
});
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge);
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await page.goto(address);
  await expect.poll(() => page.locator('.welcome').count()).toBe(1);
});
afterEach(async () => {
  await page.close();
  await desk.close();
  expect(desk.faults).toEqual([]);
});

async function ask(text: string): Promise<void> {
  await page.locator('#composer textarea').fill(text);
  await page.keyboard.press('Enter');
}

const header = () => page.locator('#state').textContent();
/** All but the dots of somebody who is typing. */
const lines = () => page.locator('#log .note, #log article').allTextContents();

it('shows the place in the queue, the agent who joins and what they say', async () => {
  const agent = await desk.agent('小周');
  await agent.available();
  await ask('转人工');
  await expect.poll(header).toBe('排队中，前面没有人');
  await expect.poll(() => page.getByRole('button', { name: '继续问机器人' }).count()).toBe(1);
  const [waiting] = (await agent.call('GET', '/queue')).body.talks;
  await agent.call('POST', `/talks/${waiting.talk}/messages`, { id: 'a1', text: '您好，先把 APP 更新一下。' });
  await expect.poll(header).toBe('人工客服为您服务');
  await expect
    .poll(async () => (await lines()).slice(-2))
    .toEqual(['客服 01 已接入，前面的情况已经看到，不用再讲一遍。', '客服 01您好，先把 APP 更新一下。']);
  await ask('更新好了');
  await expect.poll(async () => (await agent.call('GET', `/talks/${waiting.talk}`)).body.summary.state).toBe('agent');
});

it('offers a 留言 with buttons where nobody comes', async () => {
  const agent = await desk.agent('小周');
  await agent.available();
  await ask('转人工');
  await expect.poll(header).toBe('排队中，前面没有人');
  await agent.call('GET', '/queue');
  await desk.wait(61_000);
  const note = page.locator('.line', { hasText: '现在还没有客服空出来' });
  await expect.poll(() => note.getByRole('button').allTextContents()).toEqual(['等人工', '留言', '继续问机器人']);
  await note.getByRole('button', { name: '留言' }).click();
  await expect.poll(header).toBe('已留言，机器人在线');
});
