import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Chat, openBrowser, openChat } from './chat.ts';

/** What the tests of a file have: a browser, and chat pages in front of desks of their own. */
export interface ChatStage {
  /** There is one once the tests have begun. */
  readonly browser: Browser;
  /** A page that is closed with its desk after the test, and may have had no faults. */
  open(options?: Parameters<typeof openChat>[1], context?: BrowserContextOptions): Promise<Chat>;
}

/** Registers what browser tests of the chat page set up and check afterwards. */
export function chatStage(): ChatStage {
  let browser: Browser;
  const chats: Chat[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const opened = chats.splice(0);
    for (const one of opened) await one.close();
    expect(opened.flatMap((one) => one.faults)).toEqual([]);
  });
  return {
    get browser() {
      return browser;
    },
    async open(options, context) {
      const opened = await openChat(browser, options, context);
      chats.push(opened);
      return opened;
    },
  };
}
