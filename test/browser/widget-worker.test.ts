import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../../src/knowledge/random.ts';
import { begun, openBrowser, openChat } from './chat.ts';
import { longestTask } from './main-thread.ts';
import { openHost } from './widget-page.ts';

/** Milliseconds of the page's own thread that looking at a photo of 12 megapixels, or fixing it, may take at once. */
const LONGEST_TASK = 50;

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'beian-photos-'));
  const random = seeded(3);
  const grain = Buffer.from(Uint8Array.from({ length: 1000 * 750 * 3 }, () => random() * 256));
  const raw = { raw: { width: 1000, height: 750, channels: 3 } } as const;
  const large = sharp(grain, raw).resize(4000, 3000, { kernel: 'cubic' });
  await writeFile(join(folder, '大.jpg'), await large.jpeg({ quality: 95 }).toBuffer());
  const sharpOne = sharp(grain, raw).jpeg();
  await writeFile(join(folder, '清楚.jpg'), await sharpOne.toBuffer());
  await writeFile(join(folder, '模糊.jpg'), await sharp(grain, raw).blur(40).jpeg().toBuffer());
  await writeFile(join(folder, '证件.webp'), await sharp(grain, raw).webp().toBuffer());
}, 60_000);
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const ALLOWED =
  "default-src 'none'; script-src {origin}; connect-src {origin}; img-src blob:; style-src 'self'; worker-src blob:";
const STRICT = "default-src 'none'; script-src {origin}; connect-src {origin}; img-src blob:; style-src 'self'";

interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
  close(): Promise<void>;
}

const OPENERS = {
  own: () => openChat(browser),
  foreign: () => openHost(browser),
  allowed: () => openHost(browser, { policy: ALLOWED }),
  strict: () => openHost(browser, { policy: STRICT }),
} satisfies Record<string, () => Promise<Opened>>;

/** A page with the conversation open, in a browser that lacks something from its first script on. */
async function open(where: keyof typeof OPENERS, lacking = '') {
  const opened: Opened = await OPENERS[where]();
  const { page, faults } = opened;
  await page.context().addInitScript(lacking);
  await page.reload();
  if (where !== 'own') await page.getByRole('button', { name: '打开备案助手' }).click();
  await begun(page);
  const workers: string[] = [];
  page.on('worker', (worker) => workers.push(new URL(worker.url()).protocol));
  return { page, faults, workers, close: () => opened.close() };
}

/** From the disk: what the test would hand over itself weighs on the page's thread. */
async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '添加图片' }).click();
  await (await chooser).setFiles(names.map((name) => join(folder, name)));
}

const NO_CANVAS = 'delete window.OffscreenCanvas;';
const FINDINGS = [
  '模糊.jpg：这张看起来有些模糊。字看不清的话，建议重新拍一张。',
  '大.jpg：这张图 7.02 MB，上传要求小于 4 MB。我可以压到 3.8 MB 以内，您看过前后对比再用。帮我处理',
  '证件.webp：这张是 WEBP，上传只支持 jpg、jpeg、png、gif。我可以改成 JPG。帮我处理',
];

describe.each([
  ['on the page of the service', 'own', '', ['http:', 'http:', 'http:', 'http:', 'http:'], 0],
  ['on a page of another origin', 'foreign', '', ['blob:', 'blob:', 'blob:', 'blob:', 'blob:'], 0],
  ['under a policy that allows workers', 'allowed', '', ['blob:', 'blob:', 'blob:', 'blob:', 'blob:'], 0],
  ['under a policy that allows none', 'strict', '', [], 1],
  ['in a browser without canvases for workers', 'own', NO_CANVAS, [], 0],
] as const)('%s', (_where, where, lacking, expected, refusals) => {
  it('tells the same of pictures, and makes a large one small enough', async () => {
    const { page, faults, workers, close } = await open(where, lacking);
    await choose(page, '清楚.jpg', '模糊.jpg', '大.jpg', '证件.webp');
    const told = () =>
      page
        .locator('.chosen:has(.advice)')
        .evaluateAll((all) =>
          all.map((one) => `${one.querySelector('img')?.alt}：${one.querySelector('.advice')?.textContent}`),
        );
    await expect.poll(told).toEqual(FINDINGS);
    await page.getByRole('button', { name: '帮我处理' }).first().click();
    await page.getByRole('button', { name: '用改好的' }).waitFor();
    const made = page.getByRole('dialog', { name: '改好再用' }).getByRole('img', { name: '改好的' });
    await expect
      .poll(() =>
        made.evaluate((image: { naturalWidth: number; naturalHeight: number }) => [
          image.naturalWidth,
          image.naturalHeight,
        ]),
      )
      .toEqual([4000, 3000]);
    expect(workers).toEqual(expected);
    // A refused worker is tried once, for all pictures.
    expect([faults.length, faults.every((fault) => /worker/.test(fault))]).toEqual([refusals, true]);
    await close();
  });
});

it.each([
  ['in a worker', ''],
  ['without one', NO_CANVAS],
])('leaves the page free while it looks at a photo of 12 megapixels %s', async (_how, lacking) => {
  const { page, close } = await open('own', lacking);
  const looking = await longestTask(browser, page, async () => {
    await choose(page, '大.jpg');
    await page.locator('.advice').waitFor();
  });
  expect(looking).toBeLessThan(LONGEST_TASK);
  await close();
});

it('leaves the page free while it fixes a photo of 12 megapixels in a worker', async () => {
  const { page, close } = await open('own');
  await choose(page, '大.jpg');
  const fixing = await longestTask(browser, page, async () => {
    await page.getByRole('button', { name: '帮我处理' }).click();
    await page.getByRole('button', { name: '用改好的' }).waitFor();
  });
  expect(fixing).toBeLessThan(LONGEST_TASK);
  await close();
});

it('goes on in the page where a worker never runs', async () => {
  const { page, workers, close } = await open('own', 'window.Worker = class { terminate() {} postMessage() {} };');
  await choose(page, '模糊.jpg');
  await page.getByText('这张看起来有些模糊').waitFor();
  expect(workers).toEqual([]);
  await close();
});

it('says what the size alone tells where the part that opens pictures cannot be loaded', async () => {
  const { page, close } = await open('own');
  await page.route('**/widget/picture-jobs-*', (route) => route.abort());
  await choose(page, '大.jpg', '模糊.jpg');
  await page.getByText('这张图 7.02 MB，上传要求小于 4 MB').waitFor();
  expect(await page.locator('.advice').count()).toBe(1);
  await close();
});
