import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

/** Which sound was played is told by how long it lasts, in hundredths of a second. */
const RING = 88;
const ARRIVAL = 70;
const MESSAGE = 40;

/** Writes down what is played and shown, and lets it be played and shown all the same. */
const SPY = `
  window.played = [];
  window.shown = [];
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (...when) {
    window.played.push(Math.round(this.buffer.duration * 100));
    return start.apply(this, when);
  };
  window.Notification = class extends Notification {
    constructor(title, options) {
      super(title, options);
      window.shown.push({ title, body: options.body, one: this });
    }
  };
`;

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('小周');
});

/** Somebody who takes conversations, and has touched the page, so that it may be heard. */
async function atDesk(options: ConsoleOptions = {}): Promise<Console> {
  const opened = await stage.open(options);
  await opened.page.context().addInitScript(SPY);
  await opened.page.reload();
  await opened.signIn('小周');
  await live(opened.page);
  await available(opened.page);
  return opened;
}

/** The events are read, and the sounds are this page's. */
async function live(page: Page): Promise<void> {
  await page.locator('.list-empty').first().waitFor();
  await expect
    .poll(() =>
      page.evaluate(
        `navigator.locks.query().then(({ held }) => held.map(({ name }) => name.split(':').at(-1)).sort())`,
      ),
    )
    .toEqual(['desktop', 'sound']);
}

async function available(page: Page, wanted = true): Promise<void> {
  const mine = page.getByRole('switch', { name: '接待' });
  if ((await mine.getAttribute('aria-checked')) !== String(wanted)) await mine.click();
  await expect.poll(() => mine.getAttribute('aria-checked')).toBe(String(wanted));
}

const itemOf = (page: Page, talk: string) => page.locator(`.list-pane a.item[data-talk="${talk}"]`);
const composer = (page: Page) => page.locator('.composer textarea');
const played = (page: Page) => page.evaluate<number[]>('window.played');
const shown = (page: Page) =>
  page.evaluate<{ title: string; body: string }[]>('window.shown.map(({ title, body }) => ({ title, body }))');
const icon = (page: Page) => page.locator('link[rel=icon]').getAttribute('href');

/** As if the window were behind others, or another tab were in front. */
async function hide(page: Page, hidden = true): Promise<void> {
  await page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${hidden ? 'hidden' : 'visible'}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);
}

/** Takes a conversation, answers, and goes to look at something else. */
async function answered(one: Console) {
  const person = await stage.waiting();
  await itemOf(one.page, person.talk).press('Enter');
  await composer(one.page).fill('您好');
  await composer(one.page).press('Control+Enter');
  await expect.poll(() => one.page.locator('.turn-agent:not(.turn-pending)').count()).toBe(1);
  // Read to the end, before it is left.
  await expect
    .poll(async () => (await stage.desk.store.byId(person.talk))?.read.agent)
    .toBe((await stage.desk.store.byId(person.talk))?.seq);
  await one.page.getByRole('link', { name: /^已结束/ }).click();
  await one.page.getByRole('heading', { name: '已结束' }).waitFor();
  return person;
}

/** Somebody asks for a person, whom there is nobody to be, and leaves a number. */
async function leftWord(): Promise<void> {
  const person = await stage.waiting();
  await person.say('电话 13500001111');
}

describe('what rings for me', () => {
  it('is heard until I take it, counted down, and stands before the title', async () => {
    const { page } = await atDesk();
    const plain = await icon(page);
    const person = await stage.waiting();
    await stage.desk.round();
    await expect.poll(() => played(page)).toContain(RING);
    await expect.poll(() => page.title()).toBe('(1) 客服台 · 备案助手');
    expect(await icon(page)).not.toBe(plain);
    // The desk's own clock stands still: what is left of the thirty seconds is told by the server's time alone.
    await expect
      .poll(() => page.locator('.item-row.rings .item-claim').textContent())
      .toMatch(/^振铃中 (30|29) 秒接入$/);
    await stage.desk.wait(10_000);
    await expect
      .poll(() => page.locator('.item-row.rings .item-claim').textContent())
      .toMatch(/^振铃中 (20|19) 秒接入$/);
    await itemOf(page, person.talk).click();
    await expect.poll(() => page.locator('.state-title').textContent()).toMatch(/振铃中 (20|19) 秒/);
    expect(await seriousFaults(page)).toEqual([]);

    const before = (await played(page)).length;
    await expect.poll(async () => (await played(page)).length).toBeGreaterThan(before);
    await page.locator('.state-bar').getByRole('button', { name: '接入' }).click();
    await composer(page).waitFor();
    await expect.poll(() => page.title()).toBe('客服台 · 备案助手');
    expect(await icon(page)).toBe(plain);
  });
});

it('says by a sound that somebody joins the queue, or leaves word while nobody takes conversations', async () => {
  const { page } = await atDesk();
  await stage.waiting();
  await expect.poll(() => played(page)).toEqual([ARRIVAL]);
  await available(page, false);
  await leftWord();
  await expect.poll(() => played(page)).toEqual([ARRIVAL, ARRIVAL]);
  expect(await page.title()).toBe('客服台 · 备案助手');
});

it('counts the lines I have not read, the same on two machines, until I read them', async () => {
  const [one, two] = [await atDesk(), await atDesk()];
  const person = await answered(one);
  const badge = ({ page }: Console) => itemOf(page, person.talk).locator('.unread');
  await person.say('还是不行');
  await person.say('怎么办');
  await expect.poll(() => played(one.page)).toContain(MESSAGE);
  for (const { page } of [one, two]) await expect.poll(() => page.title()).toBe('(1) 客服台 · 备案助手');
  await expect.poll(() => badge(two).textContent()).toBe('2条未读');
  const record = async () => (await stage.desk.store.byId(person.talk))?.read.agent;
  const before = await record();

  await one.page.getByRole('link', { name: /^对话/ }).click();
  await itemOf(one.page, person.talk).click();
  await expect.poll(() => badge(two).count()).toBe(0);
  for (const { page } of [one, two]) await expect.poll(() => page.title()).toBe('客服台 · 备案助手');
  expect(await record()).toBe((before ?? 0) + 2);

  // Nobody reads what nobody can see.
  await hide(one.page);
  await person.say('在吗');
  await expect.poll(() => badge(two).textContent()).toBe('1条未读');
  await expect.poll(() => one.page.locator('.turn-user .bubble').last().textContent()).toBe('在吗');
  expect(await badge(two).count()).toBe(1);
  await hide(one.page, false);
  await expect.poll(() => badge(two).count()).toBe(0);
});

it('shows each side that the other types, and what the person has read', async () => {
  const { page } = await atDesk();
  const person = await stage.waiting();
  await itemOf(page, person.talk).press('Enter');
  const told = page.waitForResponse(/\/typing$/);
  await composer(page).pressSequentially('您好');
  expect((await told).status()).toBe(200);
  await composer(page).press('Control+Enter');
  const mark = page.locator('.turn-agent .delivery').last();
  await expect.poll(() => mark.textContent()).toBe('未读');
  const { messages } = (await person.call('GET', '/messages')).body;
  await person.call('POST', '/read', { seq: messages.at(-1).seq });
  await expect.poll(() => mark.textContent()).toBe('已读');
  await person.call('POST', '/typing');
  await expect.poll(() => page.locator('.log').textContent()).toContain('对方正在输入…');
});

describe('sounds', () => {
  it('wait for somebody to touch the page, and say so', async () => {
    const { page } = await atDesk();
    await page.reload();
    const hint = page.getByText('点一下页面，提示音才会响');
    await hint.waitFor();
    const first = await stage.waiting();
    await itemOf(page, first.talk).waitFor();
    expect(await played(page)).toEqual([]);
    await page.locator('.list-pane h2').first().click();
    await expect.poll(() => hint.count()).toBe(0);
    await live(page);
    await stage.waiting();
    await expect.poll(() => played(page)).toEqual([ARRIVAL]);
  });

  it('are off where I turned them off, and stay so', async () => {
    const { page } = await atDesk();
    await page.getByRole('button', { name: '关掉提示音' }).click();
    const first = await stage.waiting();
    await itemOf(page, first.talk).waitFor();
    await page.reload();
    await page.getByRole('button', { name: '打开提示音' }).click();
    await live(page);
    // The one who was there before is no news.
    await stage.waiting();
    await expect.poll(() => played(page)).toEqual([ARRIVAL]);
  });

  it('are made by one of two tabs', async () => {
    const { page } = await atDesk();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await second.locator('.list-pane h2').first().click();
    await expect.poll(() => second.getByText('点一下页面，提示音才会响').count()).toBe(0);
    const first = await stage.waiting();
    await itemOf(second, first.talk).waitFor();
    await expect.poll(() => played(page)).toEqual([ARRIVAL]);
    expect(await played(second)).toEqual([]);
    // The other one goes on when the first is closed.
    await page.close();
    await live(second);
    await stage.waiting();
    await expect.poll(() => played(second)).toEqual([ARRIVAL]);
  });

  it('can be tried, at the volume that is kept', async () => {
    const { page } = await atDesk();
    await page.getByRole('button', { name: '客服 01 小周' }).click();
    await page.getByRole('menuitem', { name: '提醒' }).click();
    const sheet = page.getByRole('dialog', { name: '提醒' });
    for (const name of ['振铃', '有人来', '消息']) await sheet.getByRole('button', { name }).click();
    await expect.poll(() => played(page)).toEqual([RING, ARRIVAL, MESSAGE]);
    await sheet.getByRole('slider', { name: '音量' }).press('ArrowLeft');
    await expect.poll(() => sheet.locator('output').textContent()).toBe('55');
    await sheet.getByRole('checkbox', { name: /有人开始排队/ }).uncheck();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('.list-pane h2').first().click();
    await live(page);
    const person = await stage.waiting();
    await itemOf(page, person.talk).waitFor();
    expect(await played(page)).toEqual([]);
    await available(page, false);
    await leftWord();
    await expect.poll(() => played(page)).toEqual([ARRIVAL]);
  });
});

describe('notifications', () => {
  const granted = { permissions: ['notifications'] };

  it('are asked for by a button only', async () => {
    const { page } = await atDesk();
    expect(await page.evaluate('Notification.permission')).not.toBe('granted');
    const person = await stage.waiting();
    await itemOf(page, person.talk).waitFor();
    expect(await shown(page)).toEqual([]);
  });

  it('say what happened and with whom, never what was said, and open the conversation', async () => {
    const one = await atDesk(granted);
    const { page } = one;
    const person = await answered(one);
    await person.say('我的身份证丢了');
    await expect.poll(() => shown(page)).toEqual([{ title: '您的对话有新消息 · 备案助手', body: person.name }]);
    await page.evaluate('window.shown[0].one.onclick()');
    await expect.poll(() => page.locator('.talk-title h2').textContent()).toBe(person.name);
  });

  it('are not shown of a conversation that is before me, but of it when it is not', async () => {
    const one = await atDesk(granted);
    const { page } = one;
    const person = await answered(one);
    await page.getByRole('link', { name: /^对话/ }).click();
    await itemOf(page, person.talk).click();
    await composer(page).waitFor();
    await person.say('第一句');
    await expect.poll(() => page.locator('.turn-user .bubble').last().textContent()).toBe('第一句');
    await hide(page);
    await person.say('第二句');
    await expect.poll(() => shown(page)).toHaveLength(1);
    await expect.poll(() => played(page)).toEqual([ARRIVAL, MESSAGE]);
  });

  it('tell of the queue only who does not see it', async () => {
    const { page } = await atDesk(granted);
    const first = await stage.waiting();
    await itemOf(page, first.talk).waitFor();
    await hide(page);
    const second = await stage.waiting();
    await expect.poll(() => shown(page)).toEqual([{ title: '有人开始排队 · 备案助手', body: second.name }]);
  });
});
