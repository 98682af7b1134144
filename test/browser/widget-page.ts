import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type Desk, type DeskOptions, openDesk } from '../adapters/web/desk.ts';

/** A page of another site that has the widget. */
export interface Host {
  readonly desk: Desk;
  readonly page: Page;
  /** Exceptions, and what a policy blocked. */
  readonly faults: readonly string[];
  /** Addresses that the page asked anything of. */
  readonly asked: readonly string[];
  tab(): Promise<Page>;
  close(): Promise<void>;
}

export interface HostOptions extends DeskOptions {
  /** Of the page that has the widget; `{origin}` stands for the address of the service. */
  readonly html?: string;
  readonly policy?: string;
  readonly context?: BrowserContextOptions;
}

export const PLAIN =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例</title><script type="module" src="{origin}widget.js"></script><h1>示例</h1><beian-assistant></beian-assistant>';

/** Opens a site of its own beside a desk that lets it in. */
export async function openHost(
  browser: Browser,
  { html = PLAIN, policy, context, ...options }: HostOptions = {},
): Promise<Host> {
  let answer = { body: '', headers: {} as Record<string, string> };
  const site: Server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers });
    response.end(answer.body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const desk = await openDesk({ widgetOrigins: [origin], ...options });
  const service = `${desk.url.replace(/\/$/, '')}/`;
  const fill = (text: string): string => text.replaceAll('{origin}', service);
  answer = { body: fill(html), headers: policy === undefined ? {} : { 'content-security-policy': fill(policy) } };
  const opened = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...context });
  opened.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const asked: string[] = [];
  const tab = async (): Promise<Page> => {
    const page = await opened.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => {
      if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
    });
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(origin);
    return page;
  };
  return {
    desk,
    page: await tab(),
    faults,
    asked,
    tab,
    async close() {
      await opened.close();
      await desk.close();
      await new Promise((resolve) => site.close(resolve));
    },
  };
}
