import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openBrowser } from './chat.ts';
import { PLAIN } from './widget-page.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What each test of a file has: a desk that listens, with an agent who takes conversations. */
export interface WidgetStage {
  readonly desk: PeopleDesk;
  readonly agent: AtConsole;
  /** Of the page that is all chat. */
  readonly address: string;
  /**
   * A browser of its own at a path of the service, that is closed after the test and may have had no faults.
   * `host` stands for a page that has the widget in its corner.
   */
  visit(path: string, context?: BrowserContextOptions, host?: string): Promise<Page>;
}

/** Registers what browser tests of the widget in front of people set up and check afterwards. */
export function widgetStage(): WidgetStage {
  let browser: Browser;
  let knowledge: Knowledge;
  let desk: PeopleDesk;
  let agent: AtConsole;
  let address: string;
  let faults: string[];

  beforeAll(async () => {
    browser = await openBrowser();
    knowledge = await trainedKnowledge();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await knowledge.close();
  });
  beforeEach(async () => {
    desk = await openPeopleDesk(knowledge);
    address = `${await desk.app.listen({ port: 0, host: '127.0.0.1' })}/`;
    agent = await desk.agent('小周');
    await agent.available();
    faults = [];
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await desk.close();
    expect([faults, desk.faults]).toEqual([[], []]);
  });

  return {
    get desk() {
      return desk;
    },
    get agent() {
      return agent;
    },
    get address() {
      return address;
    },
    async visit(path, context = PHONE, host = PLAIN) {
      const opened = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...context });
      opened.setDefaultTimeout(20_000);
      await opened.route('**/host', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body: host.replace('{origin}', '/') }),
      );
      const page = await opened.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (line) => {
        if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
      });
      await page.goto(`${address}${path}`);
      return page;
    },
  };
}
