import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { seriousFaults } from './console.ts';
import { consoleStage } from './console-stage.ts';

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('Zhou', 'supervisor');
});

async function open(locale: string): Promise<Page> {
  return (await stage.open({ locale })).page;
}

/** What people said and what is known of them; and the languages, each in its own name. */
const DATA =
  '.bubble, .choices, [role=log], .turn-agent .turn-head, .item-preview, .case-card, .reply-head, .reply-text, .reply-line, .draft, .note, [lang]:not(html)';

/** Words in Chinese signs that the page shows, or says to who cannot see it, and that are no data. */
function chineseIn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const han = /\\p{Script=Han}/u;
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (han.test(data) && !parentElement.closest('noscript, script, style, ${DATA}')) found.push(data);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (one.closest('${DATA}')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        if (han.test(one.getAttribute(name) ?? '')) found.push(name + ': ' + one.getAttribute(name));
      }
    }
    return found;
  })()`);
}

it('is in English for whose browser asks for it, from signing in to closing a conversation', async () => {
  const page = await open('en-US');
  await expect.poll(() => page.title()).toBe('Desk · Beian Assistant');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByLabel('Name').fill('Zhou');
  await page.getByLabel('Password', { exact: true }).fill('orange-kettle-7-window');
  expect(await chineseIn(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('Nobody is waiting.', { exact: false }).waitFor();
  expect(await chineseIn(page)).toEqual([]);

  const available = page.getByRole('switch', { name: 'Take chats' });
  await available.click();
  await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
  const person = await stage.desk.visitor();
  await person.say('人脸核验一直过不去');
  await person.say('转人工');
  await stage.desk.round();
  await expect
    .poll(() => page.locator('.item-row.rings').textContent())
    .toMatch(/Visitor .*Asked for a person.*Ringing \d+ sPick up/);
  expect(await page.title()).toBe('(1) Desk · Beian Assistant');
  expect(await chineseIn(page)).toEqual([]);
  await page.locator('.item-row.rings').getByRole('button', { name: 'Pick up' }).click();
  const composer = page.getByRole('textbox', { name: /^Message to Visitor/ });
  await composer.fill('Hello');
  await composer.press('Control+Enter');
  await expect.poll(() => page.locator('.turn-agent .delivery').textContent()).toBe('Unread');
  expect(await chineseIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Agent 01 Zhou' }).click();
  await page.getByRole('menuitem', { name: 'Alerts' }).waitFor();
  expect(await chineseIn(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('Told what to do').click();
  await expect.poll(() => page.locator('.state-title').textContent()).toBe('Closed: Told what to do');
  await expect
    .poll(() => page.locator('.toast').textContent())
    .toMatch(/^Visitor .* closed: Told what to do *Undo \d s$/);
  expect(await chineseIn(page)).toEqual([]);
  // What the server says stays as it says it, in errors alone.
  await page.getByRole('link', { name: /^Tickets/ }).click();
  await page.getByText('No tickets to answer.', { exact: false }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'All keys' }).waitFor();
  expect(await chineseIn(page)).toEqual([]);
});

it('is in the words of Taiwan where somebody chooses them, and stays so', async () => {
  const page = await open('zh-CN');
  await page.getByRole('button', { name: '繁體中文' }).click();
  await page.getByRole('heading', { name: '登入客服台' }).waitFor();
  await page.reload();
  await page.getByLabel('名字').fill('Zhou');
  await page.getByLabel('密碼', { exact: true }).fill('orange-kettle-7-window');
  await page.getByRole('button', { name: '登入', exact: true }).click();
  await page.getByText('現在沒有人排隊。').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-TW');
  const available = page.getByRole('switch', { name: '接待' });
  await available.click();
  await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
  const person = await stage.desk.visitor();
  await person.say('转人工');
  await page.locator(`a.item[data-talk="${person.talk}"]`).press('Enter');
  await page.getByRole('textbox', { name: /^發給訪客 .*的內容$/ }).fill('您好');
  await expect.poll(() => page.locator('.talk-title p').textContent()).toBe('網頁 · 等客服回覆');
  expect(await seriousFaults(page)).toEqual([]);

  await page.getByRole('button', { name: '客服 01 Zhou' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('textbox', { name: /^Message to Visitor/ }).waitFor();
  // What was typed is still there.
  expect(await page.locator('.composer textarea').inputValue()).toBe('您好');
  await page.reload();
  await page.getByRole('textbox', { name: /^Message to Visitor/ }).waitFor();
});

it('says in words that a language did not come, and stays in the present one', async () => {
  const page = await open('zh-CN');
  await page.route(/\/english-[^/]*\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('alert').filter({ hasText: '语言没有换成。请检查网络后再选一次。' }).waitFor();
  expect(await page.getByRole('button', { name: '登录', exact: true }).count()).toBe(1);
});
