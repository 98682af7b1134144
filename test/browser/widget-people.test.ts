import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { ask, begun, talkIn } from './chat.ts';
import { seriousFaults } from './console.ts';
import { widgetStage } from './widget-stage.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = widgetStage();

async function chat(context?: BrowserContextOptions): Promise<Page> {
  const page = await stage.visit('', context);
  await begun(page);
  return page;
}

const header = (page: Page) => page.locator('.state').textContent();
const place = (page: Page) => page.locator('.queue-place').textContent();
const notes = (page: Page) => page.locator('.line-system').allTextContents();
const says = (page: Page) => page.locator('.line-agent').allTextContents();

/** Whether something is in the visible part of the conversation. */
async function inView(page: Page, selector: string): Promise<boolean> {
  const [box, log] = [await page.locator(selector).last().boundingBox(), await page.locator('.scroll').boundingBox()];
  return !!box && !!log && box.y >= log.y && box.y + box.height <= log.y + log.height + 1;
}

it('shows a place in the queue that moves, and lets the case card be put right meanwhile', async () => {
  const first = await stage.desk.visitor();
  await first.say('转人工');
  await stage.desk.wait(1_000);
  const page = await chat();
  await ask(page, '我的手机是安卓 12，人脸核验失败了两次');
  await ask(page, '转人工');
  await expect.poll(() => header(page)).toBe('排队中，前面 1 位');
  expect(await place(page)).toBe('前面 1 位');
  expect(await inView(page, '.queue .pair')).toBe(true);
  // What the card holds is not said a second time.
  expect(await page.getByRole('button', { name: '继续问机器人' }).count()).toBe(1);
  expect(await page.getByText('我已替您整理').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);

  const version = page.locator('.case-field', { hasText: '系统版本' });
  await version.getByRole('button', { name: '改系统版本' }).click();
  await page.getByRole('textbox', { name: '系统版本' }).fill('很旧');
  await page.keyboard.press('Enter');
  await version.getByRole('alert').waitFor();
  expect(await page.getByRole('textbox', { name: '系统版本' }).inputValue()).toBe('很旧');
  await page.getByRole('textbox', { name: '系统版本' }).fill('5.1');
  await page.keyboard.press('Enter');
  await expect.poll(() => version.locator('dd').textContent()).toBe('5.1');
  const facts = async () => (await stage.desk.store.byId(await talkIn(page)))?.facts.osVersion;
  expect(await facts()).toBe('5.1');

  await stage.agent.call('POST', `/talks/${first.talk}/claim`);
  await stage.desk.round();
  await expect.poll(() => place(page)).toBe('前面没有人，下一个就是您');
  await page.locator('.queue').getByRole('button', { name: '继续问机器人' }).click();
  await page.locator('.queue').getByRole('button', { name: '等人工' }).waitFor();
  await ask(page, '扫码进不去上传页面');
  await page.locator('.line-rests', { hasText: '第1条' }).waitFor();
  await expect.poll(() => header(page)).toBe('排队中，前面没有人');
});

it('takes a message with a way to answer it, and keeps what was typed where something is missing', async () => {
  const page = await chat();
  await ask(page, '转人工');
  await page.locator('.queue').getByRole('button', { name: '留言' }).click();
  const form = page.getByRole('dialog', { name: '给客服留言' });
  await form.getByLabel('要办的事').fill('扫码一直进不去');
  await form.getByRole('button', { name: '发送留言' }).click();
  expect(await form.getByLabel('要办的事').inputValue()).toBe('扫码一直进不去');
  await form.getByLabel('怎么联系您').fill('13800001111');
  await form.getByRole('button', { name: '发送留言' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(/留言已交给客服，编号 \S+。联系方式已加密保存。/).waitFor();
  const [kept] = await stage.desk.store.tickets({ done: false });
  expect([kept?.talk, kept?.text]).toEqual([await talkIn(page), '扫码一直进不去']);
});

it('shows the agent who joins and types, what they say and the pictures they send', async () => {
  const page = await chat();
  await ask(page, '转人工');
  const talk = await talkIn(page);
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await page.locator('.line-system', { hasText: '客服 01 已接入' }).waitFor();
  await stage.agent.call('POST', `/talks/${talk}/typing`);
  await page.getByText('客服正在输入').waitFor({ state: 'attached' });
  await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a1', text: '您好，先把 APP 更新一下。' });
  await expect.poll(() => says(page)).toEqual(['客服 01您好，先把 APP 更新一下。']);
  expect(await header(page)).toBe('客服 01 为您服务');
  expect(await inView(page, '.line-agent')).toBe(true);
  expect(await page.locator('.queue, .case').count()).toBe(0);

  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#7fa3c7' } })
    .png()
    .toBuffer();
  const shown = await stage.desk.picture(talk, bytes);
  const sent = await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a2', text: '', pictures: [shown] });
  expect(sent.status).toBe(200);
  const width = () => page.locator('.line-agent img').evaluateAll((all) => all.map((one) => one.naturalWidth));
  await expect.poll(width).toEqual([300]);
  // A picture without a word is no empty bubble.
  expect(await page.locator('.line-agent .bubble').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);

  await ask(page, '更新好了');
  await expect.poll(async () => (await stage.agent.call('GET', `/talks/${talk}`)).body.summary.state).toBe('agent');
});

it('asks once how it was when an agent has ended it, and goes on when the person writes again', async () => {
  const page = await chat();
  await ask(page, '转人工');
  const talk = await talkIn(page);
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a1', text: '处理好了。' });
  await stage.agent.call('POST', `/talks/${talk}/close`, { code: 'advised' });
  const rating = page.getByRole('region', { name: '评价' });
  await rating.waitFor();
  expect(await inView(page, '.rating')).toBe(true);
  await rating.getByRole('button', { name: '满意', exact: true }).click();
  await rating.getByLabel('想说的话').fill('很快');
  await rating.getByRole('button', { name: '完成' }).click();
  await page.getByText('评价收到了').waitFor();
  await page.reload();
  await page.locator('.line-agent').waitFor();
  await expect.poll(async () => (await notes(page)).at(-1)).toContain('客服已结束这次服务');
  expect(await rating.count()).toBe(0);

  await ask(page, '扫码进不去上传页面');
  await page.locator('.line-rests').waitFor();
  await ask(page, '转人工');
  await expect.poll(() => header(page)).toBe('排队中，前面没有人');
  await stage.agent.call('POST', `/talks/${talk}/claim`);
  await stage.agent.call('POST', `/talks/${talk}/messages`, { id: 'a2', text: '又处理好了。' });
  await stage.agent.call('POST', `/talks/${talk}/close`, { code: 'advised' });
  await rating.waitFor();
  await rating.getByRole('button', { name: '跳过' }).click();
  await page.getByText('好的，不评价了。').waitFor();
});

it('offers to leave a message where nobody comes, and counts what comes while the panel is closed', async () => {
  const page = await stage.visit('host', { viewport: { width: 1280, height: 800 } });
  await page.getByRole('button', { name: '打开备案助手' }).click();
  await begun(page);
  await ask(page, '转人工');
  await expect.poll(() => header(page)).toBe('排队中，前面没有人');
  const [waiting] = (await stage.agent.call('GET', '/queue')).body.talks;
  await stage.desk.wait(61_000);
  await page.locator('.line-system', { hasText: '现在还没有客服空出来' }).waitFor();
  expect(await page.locator('.queue').getByRole('button').allTextContents()).toEqual(['留言', '继续问机器人']);

  await page.keyboard.press('Escape');
  const launcher = page.getByRole('button', { name: /打开备案助手/ });
  await launcher.waitFor();
  await stage.agent.call('POST', `/talks/${waiting.talk}/messages`, { id: 'a1', text: '您好。' });
  await stage.agent.call('POST', `/talks/${waiting.talk}/messages`, { id: 'a2', text: '还在吗？' });
  // The desk's own line that somebody joined counts as well.
  await expect.poll(() => page.locator('.badge').textContent()).toBe('3');
  expect(await launcher.getAttribute('aria-label')).toBe('打开备案助手，3 条新消息');
  await launcher.click();
  await expect.poll(() => says(page)).toEqual(['客服 01您好。', '客服 01还在吗？']);
  expect(await inView(page, '.line-agent')).toBe(true);
  expect(await page.locator('.badge').count()).toBe(0);
});

it('goes on with the same conversation on the phone that reads the code, once', async () => {
  const page = await chat({ viewport: { width: 1280, height: 800 } });
  await ask(page, '扫码进不去上传页面');
  const made = page.waitForResponse((response) => response.url().endsWith('/phone'));
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '换到手机上继续' }).click();
  const { code } = await (await made).json();
  const picture = page.getByRole('img', { name: '二维码' });
  await picture.waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const phone = await stage.visit(`#phone=${code}`);
  await begun(phone);
  await phone.getByText('扫码进不去上传页面', { exact: true }).last().waitFor();
  expect([await talkIn(phone), phone.url()]).toEqual([await talkIn(page), stage.address]);
  await ask(phone, '我的手机是安卓 12');
  await page.getByText('我的手机是安卓 12', { exact: true }).waitFor();

  const other = await stage.visit(`#phone=${code}`);
  await other.getByText('这个二维码已经用过或者过期了，请在电脑上再打开一次。').waitFor();
  expect([await other.locator('.line-own').count(), other.url()]).toEqual([0, stage.address]);
});
