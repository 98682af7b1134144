import type { Page } from 'playwright-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { SIMPLIFIED } from '../shared/simplified.ts';
import { seriousFaults } from './console.ts';
import { consoleStage } from './console-stage.ts';

vi.setConfig({ testTimeout: 120_000 });

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('Zhou', 'supervisor');
});

async function open(locale: string): Promise<Page> {
  return (await stage.open({ locale })).page;
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('名字').fill('Zhou');
  await page.getByLabel('密碼', { exact: true }).fill('orange-kettle-7-window');
  await page.getByRole('button', { name: '登入', exact: true }).click();
  await page.getByText('現在沒有人排隊。').waitFor();
}

/** What stands letter by letter: people's words, questions to learn from, quotes; and the characters in their own names. */
const DATA =
  '.turn-user, .turn-agent .bubble, [role=log], .reply-head, .reply-text, .note, .own-questions, .plain-list, .defects, .gap-text, .weekly-said, [lang]:not(html)';

/** Simplified signs that the page shows, or says to who cannot see it, and that nobody typed. */
function simplifiedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const simplified = new RegExp(${JSON.stringify(SIMPLIFIED)}, 'u');
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (simplified.test(data) && !parentElement.closest('noscript, script, style, textarea, ${DATA}')) found.push(data);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (one.closest('${DATA}')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (simplified.test(one.getAttribute(name) ?? '')) found.push(name + ': ' + one.getAttribute(name));
      }
    }
    return found;
  })()`);
}

it('is in the words of Taiwan for whose browser asks for them, from signing in to closing a conversation', async () => {
  const page = await open('zh-TW');
  await expect.poll(() => page.title()).toBe('客服台 · 備案助手');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
  expect(await simplifiedIn(page)).toEqual([]);
  await signIn(page);
  expect(await simplifiedIn(page)).toEqual([]);

  const available = page.getByRole('switch', { name: '接待' });
  await available.click();
  await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
  const person = await stage.desk.visitor();
  await person.say('人脸核验一直过不去，我用的是安卓手机');
  await person.say('扫码进不去');
  await person.say('转人工');
  await stage.desk.round();
  await page.locator('.item-row.rings').getByRole('button', { name: '接入' }).click();
  const composer = page.getByRole('textbox', { name: /^發給訪客 .*的內容$/ });
  await composer.fill('您好');
  await composer.press('Control+Enter');
  await expect.poll(() => page.locator('.turn-agent .delivery').textContent()).toBe('未讀');
  // What was said stays as it was said, by whoever said it.
  await page.locator('.turn-user .bubble', { hasText: '扫码进不去' }).waitFor();
  await expect.poll(() => page.locator('.turn-bot .bubble').first().textContent()).toContain('驗');
  expect(await page.locator('.case-card').textContent()).toContain('手機');
  expect(await simplifiedIn(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);

  // A line of the case card is put right as the service has it.
  await page.locator('.case-card .card-edit').first().click();
  const control = page.locator('.case-card .card-correct .area');
  expect(await simplifiedIn(page)).toEqual([]);
  const before = await control.inputValue();
  expect(await control.textContent()).not.toBe('');
  expect(new RegExp(SIMPLIFIED, 'u').test(before) || before === '安卓').toBe(true);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '結束', exact: true }).click();
  await page.getByText('已告知辦法').click();
  await expect.poll(() => page.locator('.state-title').textContent()).toBe('已結束：已告知辦法');
  expect(await simplifiedIn(page)).toEqual([]);
});

it('is in the words of Taiwan on every page', async () => {
  const page = await open('zh-TW');
  await signIn(page);
  for (const [path, shown] of [
    ['/knowledge/entries/8', '.entry-preview .chat-line'],
    ['/knowledge/entries/9', '.entry-preview .chat-line'],
    ['/knowledge/rules', '.provinces'],
    ['/knowledge/canned', '.panel summary'],
    ['/knowledge/gaps/entry-5', '.workbench'],
    ['/knowledge/revisions', '.page-empty'],
    ['/reports', '.report table'],
    ['/weekly', '.weekly-ages'],
    ['/wall', '.wall .tiles'],
    ['/handover', '.page-empty'],
    ['/manage/hours', '.hours-said'],
    ['/account', 'h2'],
  ] as const) {
    await page.goto(new URL(`/console${path}`, page.url()).href);
    await page.locator(shown).first().waitFor();
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
    expect([path, await simplifiedIn(page)]).toEqual([path, []]);
  }
  // Found in whichever characters one types.
  await page.goto(new URL('/console/knowledge/entries', page.url()).href);
  for (const wanted of ['扫描二维码', '掃描']) {
    await page.getByRole('textbox', { name: '找條目' }).fill(wanted);
    await expect.poll(() => page.locator('.entry-item .entry-number').allTextContents()).toContain('1');
    expect((await page.locator('.entry-item').count()) < 12).toBe(true);
  }
});

it('is in the characters that somebody chooses, and stays so', async () => {
  const page = await open('zh-CN');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('heading', { name: '登入客服台' }).waitFor();
  await page.reload();
  await signIn(page);
  const available = page.getByRole('switch', { name: '接待' });
  await available.click();
  await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
  const person = await stage.desk.visitor();
  await person.say('转人工');
  await page.locator(`a.item[data-talk="${person.talk}"]`).press('Enter');
  await page.getByRole('textbox', { name: /^發給訪客 .*的內容$/ }).fill('您好');
  await page.getByRole('button', { name: '客服 01 Zhou' }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await page.getByRole('textbox', { name: /^发给访客 .*的内容$/ }).waitFor();
  // What was typed is still there.
  expect(await page.locator('.composer textarea').inputValue()).toBe('您好');
  await page.reload();
  await page.getByRole('textbox', { name: /^发给访客 .*的内容$/ }).waitFor();
});

it('is in Simplified Chinese for whoever chose English before, or asks for nothing', async () => {
  const page = await open('en-US');
  await page.evaluate("localStorage.setItem('beian-console:locale', 'en')");
  await page.reload();
  await page.getByRole('heading', { name: '登录客服台' }).waitFor();
  await page.evaluate("localStorage.removeItem('beian-console:locale')");
  await page.addInitScript(`
    Object.defineProperty(navigator, 'language', { value: undefined });
    Object.defineProperty(navigator, 'languages', { value: [] });`);
  await page.reload();
  await page.getByRole('heading', { name: '登录客服台' }).waitFor();
});

it('says in words that the dictionary did not come, and stays as it is', async () => {
  const page = await open('zh-CN');
  await page.route(/\/traditional-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('alert').filter({ hasText: '简繁没有换成。请检查网络后再选一次。' }).waitFor();
  expect(await page.getByRole('button', { name: '登录', exact: true }).count()).toBe(1);
});

it('begins in Simplified Chinese where the dictionary does not come', async () => {
  const page = await open('zh-CN');
  await page.evaluate("localStorage.setItem('beian-console:locale', 'zh-TW')");
  await page.route(/\/traditional-[^/]*\.js$/, (route) => route.abort());
  await page.reload();
  await page.getByRole('heading', { name: '登录客服台' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});
