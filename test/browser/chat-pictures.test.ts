import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { type Message, outcome, type Picture } from '../../src/bot/message.ts';
import type { Vault } from '../../src/bot/ports.ts';
import { NOW } from '../adapters/web/desk.ts';
import { conversation, field, say, talkIn } from './chat.ts';
import { chatStage } from './chat-stage.ts';
import { agree } from './photos.ts';

const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const MESSAGES = '**/api/talks/*/messages';

const stage = chatStage();
let card: Buffer;
beforeAll(async () => {
  card = await sharp({ create: { width: 400, height: 260, channels: 3, background: '#7fa3c7' } })
    .jpeg()
    .toBuffer();
});

/** Keeps the pictures, says how many came, and gives the first one back as a file. */
async function looked({ text, talk, pictures = [] }: Message, vault: Vault) {
  const put = (one: Picture) => vault.put(talk.room, { ...one, type: 'image/jpeg' }, NOW.toISOString());
  const kept = await Promise.all(pictures.map(put));
  return {
    kept,
    replies: [{ text: `收到：${text}，${pictures.length} 张`, ...(kept[0] && { files: [kept[0]] }) }],
    outcome: outcome('finding'),
  };
}

function picture(name: string, buffer = card) {
  return { name, mimeType: 'image/jpeg', buffer };
}

async function choose(page: Page, ...files: ReturnType<typeof picture>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '添加图片' }).click();
  await (await chooser).setFiles(files);
}

/** Waits until the tray holds these, and nothing else: a thumbnail is drawn after the hint. */
async function tray(page: Page, ...names: readonly string[]): Promise<void> {
  const shown = page.getByRole('list', { name: '要发的图片' }).getByRole('img');
  await expect.poll(() => shown.evaluateAll((all) => all.map((one) => one.getAttribute('alt')))).toEqual(names);
}

function hint(page: Page): Promise<string | null> {
  return page.locator('.hint').textContent();
}

/** Whether every picture in there is drawn. */
async function drawn(page: Page, selector: string, count: number): Promise<void> {
  await expect
    .poll(() => page.locator(`${selector} img`).evaluateAll((all) => all.map((one) => one.naturalWidth > 0)))
    .toEqual(Array.from({ length: count }, () => true));
}

it('takes pictures from the chooser, takes one away again, sends the rest and shows what comes back', async () => {
  const chat = await stage.open({ answer: looked });
  const { page, desk } = chat;
  const send = page.getByRole('button', { name: '发送' });
  await choose(page, picture('正面.jpg'), picture('背面.jpg'), picture('多的.jpg'));
  await tray(page, '正面.jpg', '背面.jpg', '多的.jpg');
  expect(await hint(page)).toContain('已选 3 张');
  await drawn(page, '.tray', 3);
  await page.getByRole('button', { name: '不发这张：多的.jpg' }).click();
  await tray(page, '正面.jpg', '背面.jpg');
  expect(await page.locator('beian-assistant :focus').getAttribute('aria-label')).toBe('不发这张：背面.jpg');

  await field(page).fill('帮我看看');
  await send.click();
  await agree(page);
  expect(await conversation(page, 2)).toEqual(['我：帮我看看', '备案助手：收到：帮我看看，2 张']);
  expect(await page.locator('.sent').textContent()).toBe('已送达');
  await tray(page);
  expect(await send.isDisabled()).toBe(true);
  expect(desk.heard[0]?.pictures?.map(({ name, bytes }) => [name, card.equals(bytes)])).toEqual([
    ['正面.jpg', true],
    ['背面.jpg', true],
  ]);
  await drawn(page, '.shots', 2);
  await drawn(page, '.frame', 1);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载 正面.jpg' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('正面.jpg');
  expect(card.equals(await readFile(await file.path()))).toBe(true);
});

it('sends pictures without a word, and tells of them after a reload', async () => {
  const chat = await stage.open({ answer: looked });
  const { page } = chat;
  await choose(page, picture('正面.jpg'));
  await field(page).press('Enter');
  await agree(page);
  expect(await conversation(page, 2)).toEqual(['我：图片 1 张', '备案助手：收到：，1 张']);
  // Who sees the picture needs no words for it.
  expect(await page.locator('.line-own .bubble').boundingBox()).toMatchObject({ width: 1 });
  await choose(page, picture('正面.jpg'), picture('背面.jpg'));
  await say(page, '再看');
  await conversation(page, 4);

  await page.reload();
  expect(await conversation(page, 4)).toEqual([
    '我：图片 1 张',
    '备案助手：收到：，1 张',
    '我：再看',
    '备案助手：收到：再看，2 张',
  ]);
  expect(await page.locator('.kept').allTextContents()).toEqual(['图片 2 张']);
  await drawn(page, '.frame', 2);
});

it('tells at once what is too large, too many or no picture, and keeps the others', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await choose(page, picture('大.jpg', Buffer.alloc(20 * 1024 * 1024 + 1)), picture('好.jpg'));
  expect(await hint(page)).toBe('大.jpg 超过 20 MB，没有加上。请裁剪一下，或者重新拍一张。');
  await tray(page, '好.jpg');
  await choose(page, ...[1, 2, 3, 4].map((at) => picture(`${at}.jpg`)));
  expect(await hint(page)).toContain('一次最多发 4 张图片');
  await tray(page, '好.jpg', '1.jpg', '2.jpg', '3.jpg');
  for (let left = 4; left > 0; left -= 1)
    await page
      .getByRole('button', { name: /^不发这张/ })
      .first()
      .press('Enter');
  expect(await page.locator('beian-assistant :focus').getAttribute('aria-label')).toBe('添加图片');
  await choose(page, { name: '说明.docx', mimeType: 'application/msword', buffer: card });
  expect(await hint(page)).toBe('说明.docx 不是图片，没有加上。');
  await tray(page);
  expect(await page.getByRole('button', { name: '发送' }).isDisabled()).toBe(true);
});

it('takes pictures that are pasted or dropped, and leaves pasted words alone', async () => {
  const chat = await stage.open();
  const { page } = chat;
  const url = page.url();
  const give = (selector: string, kind: 'drop' | 'paste', words = false) =>
    page.locator(selector).evaluate(
      (node, { type, words }) => {
        const { DataTransfer, DragEvent, ClipboardEvent } = node.ownerDocument.defaultView;
        const files = new DataTransfer();
        files.items.add(new File(['x'], `${type}.png`, { type: 'image/png' }));
        if (words) for (const format of ['text/plain', 'text/html']) files.setData(format, '字');
        const how = { dataTransfer: files, clipboardData: files, bubbles: true, cancelable: true };
        const event = type === 'drop' ? new DragEvent(type, how) : new ClipboardEvent(type, how);
        return node.dispatchEvent(event);
      },
      { type: kind, words },
    );
  expect(await give('body', 'drop')).toBe(false);
  expect(await give('.composer textarea', 'paste')).toBe(false);
  expect(await give('.composer textarea', 'paste', true)).toBe(true);
  // What is no picture inside is shown as a sign for one.
  await expect.poll(() => page.locator('.tray .thumb svg').count()).toBe(2);
  expect(await page.locator('.tray .thumb').allTextContents()).toEqual(['drop.png', 'paste.png']);
  expect(page.url()).toBe(url);
});

it('sends the same pictures under the same id again after a broken upload', async () => {
  const chat = await stage.open({ answer: looked });
  const { page, desk } = chat;
  const sent: (string | undefined)[] = [];
  await page.route(MESSAGES, (route) => {
    sent.push(/name="id"\s+(\w+)/.exec(route.request().postDataBuffer()?.toString('latin1') ?? '')?.[1]);
    return sent.length > 1 ? route.continue() : route.abort();
  });
  await choose(page, picture('正面.jpg'));
  await say(page, '看看');
  await agree(page);
  await page.getByRole('button', { name: '重试' }).click();
  expect(await conversation(page, 2)).toEqual(['我：看看', '备案助手：收到：看看，1 张']);
  expect([sent.length, new Set(sent).size, desk.heard.length]).toEqual([2, 1, 1]);
});

it('says that a picture is gone where it is', async () => {
  const chat = await stage.open({ answer: looked });
  const { page, desk } = chat;
  await page.route('**/files/*', async (route) => {
    await desk.vault.erase(await talkIn(page));
    await route.continue();
  });
  await choose(page, picture('正面.jpg'));
  await field(page).press('Enter');
  await agree(page);
  await page.getByText('图片最多保存 7 天').waitFor();
});

it('shows how far an upload is, and then that the picture is looked at', async () => {
  let finish = () => {};
  const chat = await stage.open({
    async answer(message, vault) {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return looked(message, vault);
    },
  });
  const { page, desk } = chat;
  await choose(page, picture('正面.jpg'));
  await field(page).press('Enter');
  await agree(page);
  await page.getByText('已上传，正在看图片').waitFor();
  await expect.poll(() => desk.heard.length).toBe(1);
  finish();
  await conversation(page, 2);
});

it('fits a phone of 360 pixels: nothing wider than the screen, everything large enough to touch', async () => {
  const chat = await stage.open({ answer: looked }, PHONE);
  const { page } = chat;
  const four = ['一张名字特别特别特别特别特别特别特别特别特别长的身份证正面照片.jpg', '2.jpg', '3.jpg', '4.jpg'];
  await choose(page, ...four.map((name) => picture(name)));
  await field(page).press('Enter');
  await agree(page);
  await conversation(page, 2);
  await choose(page, ...four.map((name) => picture(name)));
  await drawn(page, '.frame', 1);
  const sizes = await page
    .locator('beian-assistant')
    .evaluate(({ ownerDocument: { documentElement: html, body }, shadowRoot }) => ({
      wide: [html, body, ...(shadowRoot?.querySelectorAll('.scroll, .composer') ?? [])].map(
        (node) => node.scrollWidth - node.clientWidth,
      ),
      small: [...(shadowRoot?.querySelectorAll('button, textarea') ?? [])]
        .filter((node) => node.checkVisibility())
        .map((node) => ({ node: node.ariaLabel ?? node.textContent, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44 || box.right > 360)
        .map(({ node, box }) => `${node} ${box.width} × ${box.height}`),
    }));
  expect(sizes).toEqual({ wide: [0, 0, 0, 0], small: [] });
});
