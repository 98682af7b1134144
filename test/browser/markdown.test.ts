import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostileTexts, MARKDOWN, NO_LINKS, strangeTags } from '../markdown-cases.ts';
import { type Chat, openBrowser, openChat } from './chat.ts';

let browser: Browser;
let chat: Chat;
beforeAll(async () => {
  browser = await openBrowser();
  chat = await openChat(browser, { publicUrl: 'http://127.0.0.1' });
});
afterAll(async () => {
  await chat.close();
  await browser.close();
});

/** The markup that each text becomes on the page with the answers to a 留言. */
async function rendered(...texts: readonly string[]): Promise<readonly string[]> {
  const all = await chat.page.evaluate<readonly string[]>(
    `import('/answer/markdown.js').then(({ markdown }) =>
      ${JSON.stringify(texts)}.map((text) => markdown(text).map((node) => node.outerHTML).join('')))`,
  );
  return all.map((markup) => markup.replace(/ (dir|class|style|target|rel)="[^"]*"/g, ''));
}

it.each(MARKDOWN)('renders %s', async (_what, text, markup) => {
  expect(await rendered(text)).toEqual([markup]);
});

it.each(NO_LINKS)('makes no link to %s', async (address) => {
  expect(await rendered(`[点我](${address})`)).toEqual([`<p>[点我](${address})</p>`]);
});

it('makes nothing but paragraphs, lists, bold and web links out of any text', async () => {
  for (const markup of await rendered(...hostileTexts())) expect(strangeTags(markup)).toEqual([]);
});
