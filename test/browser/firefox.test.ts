import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { type Desk, echo, openDesk } from '../adapters/web/desk.ts';
import { buildWidget } from './chat.ts';
import { FIREFOX, type Firefox, openFirefox } from './firefox.ts';
import { ENTER, openTab, type Tab } from './firefox-tab.ts';
import { saidByAgent } from './said-by-agent.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000, expect: { poll: { timeout: 30_000 } } });

/** Left out where there is no Firefox: `FIREFOX` names one that stands elsewhere. */
describe.skipIf(FIREFOX === undefined)('in Firefox', () => {
  let firefox: Firefox;
  let desk: Desk;
  let tab: Tab;
  beforeAll(async () => {
    buildWidget();
    firefox = await openFirefox();
  });
  afterAll(() => firefox?.close());
  beforeEach(async () => {
    desk = await openDesk({
      answer: (message) =>
        message.text === '版本'
          ? { replies: [{ text: '哪种手机？', choices: ['安卓', 'iPhone'] }], outcome: outcome('ask') }
          : echo(message),
    });
    tab = await openTab(firefox.bidi);
  });
  afterEach(async () => {
    expect(tab.faults).toEqual([]);
    await desk.close();
  });

  const said = () => tab.texts('.line .bubble');

  it('the page asks, is answered, takes a choice, hears an agent, and goes on after a reload', async () => {
    await tab.goto(desk.url);
    await expect.poll(() => tab.texts('.welcome .pick')).toEqual(['扫码进不去上传页面', '提示资料不完整']);
    await tab.click('.composer textarea');
    await tab.type(`版本${ENTER}`);
    await expect.poll(said).toEqual(['版本', '哪种手机？']);
    await tab.click('.pick', 'iPhone');
    await expect.poll(() => desk.asked).toEqual(['版本', 'iPhone']);
    await tab.reload();
    await expect.poll(async () => (await said()).length).toBe(4);
    expect((await said())[0]).toBe('版本');
    const talk = await tab.evaluate<string>(
      "JSON.parse(localStorage.getItem('beian-talk ' + location.origin + '/')).talk",
    );
    await saidByAgent(desk, talk, '您好，我来看看。');
    await expect.poll(() => tab.texts('.line-agent')).toEqual(['客服 07您好，我来看看。']);
  });

  it('the page looks at a picture in a worker, and makes a JPG of it', async () => {
    const grey = { create: { width: 800, height: 500, channels: 3, background: '#7fa3c7' } } as const;
    const picture = join(await mkdtemp(join(tmpdir(), 'beian-firefox-picture-')), '证件.webp');
    await sharp(grey).webp().toFile(picture);
    await tab.goto(desk.url);
    await tab.choose('.composer input[type=file]', picture);
    await expect
      .poll(() => tab.texts('.advice p'))
      .toEqual(['这张是 WEBP，上传只支持 jpg、jpeg、png、gif。我可以改成 JPG。帮我处理']);
    await tab.click('.advice button', '帮我处理');
    await tab.click('.sheet .button-main', '用改好的');
    await expect.poll(() => tab.texts('.advice p')).toEqual(['这张看起来有些模糊。字看不清的话，建议重新拍一张。']);
    // One for each look, one for the fixing.
    expect(tab.workers).toBe(3);
    await rm(dirname(picture), { recursive: true });
  });
});
