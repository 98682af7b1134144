import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { vi } from 'vitest';
import { type Desk, type DeskOptions, openDesk } from '../adapters/web/desk.ts';

/** Milliseconds after which no slow machine is an excuse any more. */
const PATIENCE = 20_000;

vi.setConfig({ testTimeout: 3 * PATIENCE, expect: { poll: { timeout: PATIENCE } } });

const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // An address that is not this machine's own is no secure context: the page must work there too.
  '--host-resolver-rules=MAP beian.test 127.0.0.1',
];

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Builds the widget unless what is built is up to date. */
export function buildWidget(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-widget.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The widget could not be built:\n${stderr}`);
}

/** Chromium or Chrome: what CHROMIUM names, or where systems put it. */
export function openBrowser(): Promise<Browser> {
  buildWidget();
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error('No Chromium found: install one (apt install chromium), or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: ARGS });
}

/** A chat page in front of a whole desk. */
export interface Chat {
  readonly desk: Desk;
  readonly page: Page;
  /** Exceptions and blocked scripts or styles: there should be none. */
  readonly faults: readonly string[];
  /** Another tab of the same browser. */
  tab(): Promise<Page>;
  close(): Promise<void>;
}

export async function openChat(
  browser: Browser,
  { host = '127.0.0.1', ...options }: DeskOptions & { readonly host?: string } = {},
  context: BrowserContextOptions = {},
): Promise<Chat> {
  const desk = await openDesk(options);
  const opened = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...context });
  opened.setDefaultTimeout(PATIENCE);
  const faults: string[] = [];
  const tab = async (): Promise<Page> => {
    const page = await opened.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
    });
    await page.goto(desk.url.replace('127.0.0.1', host));
    await begun(page);
    return page;
  };
  return {
    desk,
    page: await tab(),
    faults,
    tab,
    async close() {
      await opened.close();
      await desk.close();
    },
  };
}

/** Once the page shows how its conversation begins, or what was said in it before. */
export function begun(page: Page): Promise<void> {
  return page.locator('.log[aria-busy=false]').waitFor();
}

/** Types a message and sends it with Enter. */
export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/** Says it, and waits for the answer of the request itself: the events may have shown its lines long before. */
export async function ask(page: Page, text: string): Promise<void> {
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/messages'),
  );
  await say(page, text);
  await (await answered).finished();
}

export function field(page: Page): Locator {
  return page.getByRole('textbox', { name: '说说遇到的问题' });
}

/** What was said, by whomever; the dots that stand for an answer to come are none of it. */
export const SAID = '.bubble:not(.dots)';

/** The texts of all bubbles, in order: `我：…` and `备案助手：…`. */
export function bubbles(page: Page): Promise<readonly string[]> {
  return page
    .locator(`.line:has(${SAID})`)
    .evaluateAll((lines) =>
      lines.map(
        (line) =>
          `${line.querySelector('.aside, .by')?.textContent}${line.querySelector('.bubble .text, p.bubble')?.textContent}`,
      ),
    );
}

/** Bubbles as `bubbles` gives them, once there are so many. */
export async function conversation(page: Page, count: number): Promise<readonly string[]> {
  if (count > 0)
    await page
      .locator(`.line ${SAID}`)
      .nth(count - 1)
      .waitFor();
  return bubbles(page);
}

/** The talk that the page's browser keeps. */
export function talkIn(page: Page): Promise<string> {
  return page.evaluate<string>("JSON.parse(localStorage.getItem('beian-talk ' + location.origin + '/')).talk");
}
