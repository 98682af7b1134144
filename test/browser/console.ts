import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PeopleDesk } from '../people/people-desk.ts';

/** What `test/people/people-desk.ts` gives every agent. */
const PASSWORD = 'orange-kettle-7-window';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Builds the console unless what is built is up to date. */
export function buildConsole(): void {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build-console.mjs'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The console could not be built:\n${stderr}`);
}

/** A browser of its own in front of the console. */
export interface Console {
  readonly page: Page;
  /** Exceptions, and scripts or styles that the policy blocked: there should be none. */
  readonly faults: readonly string[];
  /** Until `shown` is there: the conversations, unless another page was opened. */
  signIn(name: string, shown?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openConsole(
  browser: Browser,
  desk: PeopleDesk,
  { path = '', ...context }: BrowserContextOptions & { readonly path?: string } = {},
): Promise<Console> {
  const opened = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...context,
  });
  opened.setDefaultTimeout(20_000);
  const page = await opened.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy|Warning:/i.test(line.text())) faults.push(line.text());
  });
  await page.goto(`${addressOf(desk)}/console${path}`);
  return {
    page,
    faults,
    async signIn(name, shown = '.list-pane') {
      await page.getByLabel('名字').fill(name);
      await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: '登录', exact: true }).click();
      await page.locator(shown).first().waitFor();
    },
    close: () => opened.close(),
  };
}

/** Where a desk that listens is reached. */
function addressOf({ app }: PeopleDesk): string {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The desk does not listen');
  return `http://127.0.0.1:${address.port}`;
}

/** What axe-core finds serious or critical, as `rule: selector`. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // Evaluated by the debugger: the page's policy lets no other script in.
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ': ' + target.join(' ') + ' ' + failureSummary)))`);
}
