import { afterEach, expect, it } from 'vitest';
import { createHttp, type Http } from '../../../src/adapters/http.ts';
import { type Operator, privacyPage } from '../../../src/adapters/web/privacy-page.ts';

let app: Http | undefined;
afterEach(() => app?.close());

async function page(operator: Operator): Promise<string> {
  await app?.close();
  app = await createHttp({
    ...{ logLevel: 'silent', trustProxy: false, publicUrl: undefined, widgetOrigins: [] },
    readiness: async () => ({ ready: true }),
  });
  privacyPage(app, operator);
  const { statusCode, headers, body } = await app.inject({ url: '/privacy' });
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  return body;
}

it('names who runs the service, as text, and where it is not known says whom to ask', async () => {
  const named = await page({ name: '某某<云>', contact: '写信到 <某地>' });
  expect(named).toContain('备案助手由某某&lt;云&gt;提供，也由某某&lt;云&gt;对您的个人信息负责。');
  expect(named).toContain('请联系：写信到 &lt;某地&gt;</p>');
  const unnamed = await page({});
  expect(unnamed).toContain('由您正在使用的这个网站的运营者提供');
  expect(unnamed).toContain('请联系您正在使用的这个网站，也可以点“转人工”。</p>');
});

it('tells for how long conversations are kept, where the operator set it', async () => {
  expect(await page({})).toContain('保存到您删除为止');
  expect(await page({ conversationDays: 365 })).toContain('最后一句话之后满 365 天自动删除');
});

it.each([
  ['privacy@example.com', 'mailto:privacy@example.com'],
  ['+86 571-8888 8888', 'tel:+8657188888888'],
  ['https://example.com/a?b&c', 'https://example.com/a?b&amp;c'],
])('makes of %s something to press', async (contact, href) => {
  expect(await page({ contact })).toContain(`<a href="${href}">`);
});

it('has headings to find one’s way by, and leads back to the assistant', async () => {
  const html = await page({});
  expect(html.split('<h2>').length).toBeGreaterThan(4);
  expect(html).toMatch(/lang="zh-CN"[\s\S]*<h1>[\s\S]*<h2>[\s\S]*href="\/"/);
});
