import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { DeskOptions } from '../adapters/web/desk.ts';
import { ask, conversation, openBrowser } from './chat.ts';
import { type Host, openHost } from './widget-page.ts';

let browser: Browser;
let host: Host;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(host.faults).toEqual([]);
  await host.close();
});

async function opened(options: DeskOptions = {}, rest = ''): Promise<Page> {
  host = await openHost(browser, options);
  const { page } = host;
  await page.goto(new URL(rest, page.url()).href);
  await page.getByRole('button', { name: '打开备案助手' }).click();
  await page.locator('.log[aria-busy=false]').waitFor();
  return page;
}

/** What the service keeps of the page's talk. */
async function context(page: Page): Promise<Readonly<Record<string, unknown>>> {
  const talk = await page.evaluate<string>(
    "JSON.parse(Object.entries(localStorage).find(([key]) => key.startsWith('beian-talk'))[1]).talk",
  );
  return (await host.desk.store.byId(talk))?.context ?? {};
}

it('tells which page it stands in, without what stands behind its path', async () => {
  const page = await opened({}, '/account/orders?token=s3cret&name=王小明#id=7');
  await ask(page, '在吗');
  await expect.poll(async () => (await context(page)).page).toBe(`${new URL(page.url()).origin}/account/orders`);
  expect(JSON.stringify(await context(page))).not.toMatch(/s3cret|王小明|id=7/);
});

it.each([
  ['the signature is wrong', { identitySecret: 'the-secret-of-the-site' }, 'bad-signature'],
  ['nobody set a secret', {}, 'identity-off'],
])('keeps what it knows of the device where %s', async (_why, options, code) => {
  const page = await opened(options);
  const refusals: string[] = [];
  page.on('response', async (response) => {
    if (response.status() === 400) refusals.push((await response.json()).error.code);
  });
  const signIn = () => page.evaluate("BeianAssistant.setUser('用户-7', 'ab'.repeat(32))");
  await signIn();
  await ask(page, '在吗');
  await expect.poll(() => refusals).toEqual([code]);
  expect(await context(page)).toMatchObject({ locale: 'zh-CN', device: { touch: false } });

  await page.evaluate("BeianAssistant.setContext({ user: '用户-7', signature: 'x', device: { os: 'Windows' } })");
  await expect.poll(() => refusals).toEqual([code, code]);
  expect(await context(page)).toMatchObject({ locale: 'zh-CN', device: { os: 'Windows' } });
});

it('keeps all of what is told in several calls at once', async () => {
  const page = await opened();
  await ask(page, '在吗');
  await page.evaluate(`
    BeianAssistant.setContext({ device: { os: 'Android 12' } });
    BeianAssistant.setContext({ locale: 'zh-TW' });
    BeianAssistant.setContext({ page: 'https://example.com/a' });`);
  const told = { device: { os: 'Android 12' }, locale: 'zh-TW', page: 'https://example.com/a' };
  await expect.poll(async () => ({ ...(await context(page)) })).toEqual(told);
});

it('shows how an answer was judged when the panel is opened again, and takes back what was not kept', async () => {
  const page = await opened();
  await ask(page, '扫码');
  await conversation(page, 2);
  const [yes, no] = [page.getByRole('button', { name: '有帮助' }), page.getByRole('button', { name: '没帮助' })];
  const pressed = async () => [await yes.getAttribute('aria-pressed'), await no.getAttribute('aria-pressed')];
  await yes.click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: '备案助手' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '打开备案助手' }).click();
  await expect.poll(pressed).toEqual(['true', 'false']);

  await page.route('**/feedback', (route) => route.abort());
  await no.click();
  await page.getByText('没有记下来，请再点一次。').waitFor();
  expect(await pressed()).toEqual(['true', 'false']);
});
