import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { phrases } from '../../src/bot/phrases.ts';
import { seeded } from '../../src/knowledge/random.ts';
import { NOW } from '../adapters/web/desk.ts';
import { ask, conversation, field, say, talkIn } from './chat.ts';
import { chatStage } from './chat-stage.ts';
import { seriousFaults } from './console.ts';
import { finds, GLARE } from './found-in-pictures.ts';
import { agree, blank, choose, consentSheet, photo, show } from './photos.ts';

const MESSAGES = '**/api/talks/*/messages';

const stage = chatStage();
let card: Buffer;
let noise: Buffer;
beforeAll(async () => {
  card = await blank();
  const random = seeded(7);
  const data = Buffer.from(Uint8Array.from({ length: 2400 * 1800 * 3 }, () => random() * 256));
  noise = await sharp(data, { raw: { width: 2400, height: 1800, channels: 3 } })
    .jpeg({ quality: 96 })
    .toBuffer();
});

it('asks before the first picture leaves, in the words of the bot, and not again', async () => {
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
  await choose(page, photo('正面.jpg', card));
  await say(page, '这张行吗');
  const sheet = consentSheet(page);
  await sheet.waitFor();
  const words = await sheet.locator('dd').allTextContents();
  expect(words).toHaveLength(3);
  for (const one of words) expect(phrases.consent).toContain(one);
  expect(await seriousFaults(page)).toEqual([]);
  expect([sent, desk.heard]).toEqual([[], []]);

  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  expect([await field(page).inputValue(), await page.locator('.tray li').count(), sent]).toEqual(['这张行吗', 1, []]);
  await field(page).press('Enter');
  await agree(page);
  expect(await conversation(page, 2)).toEqual(['我：这张行吗', '备案助手：好的。']);
  await choose(page, photo('反面.jpg', card));
  await say(page, '这张呢');
  await conversation(page, 4);
  expect(desk.heard.map(({ text, consents, pictures }) => [text, consents, pictures?.length])).toEqual([
    ['这张行吗', true, 1],
    ['这张呢', true, 1],
  ]);
});

it('takes the pictures away where they may not be looked at, and leaves the words', async () => {
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  await choose(page, photo('正面.jpg', card));
  await say(page, '提示资料不完整');
  await consentSheet(page).getByRole('button', { name: '不同意' }).click();
  await page.locator('.hint', { hasText: '图片没有发出' }).waitFor();
  expect([await field(page).inputValue(), await page.locator('.tray').count(), desk.heard.length]).toEqual([
    '提示资料不完整',
    0,
    0,
  ]);
  await field(page).press('Enter');
  await conversation(page, 2);
  expect(desk.heard.map(({ pictures = [] }) => pictures.length)).toEqual([0]);
});

it('does not ask where the service knows the answer', async () => {
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  await ask(page, '在吗');
  const id = await talkIn(page);
  const record = await desk.store.byId(id);
  if (!record) throw new Error('The talk is gone');
  await desk.store.commit({
    ...{ id, seq: record.seq, was: record.case, case: record.case, by: 'bot', at: NOW.toISOString(), replies: [] },
    ...{ outcome: outcome('silent'), facts: { consent: true }, memory: {} },
  });
  await choose(page, photo('正面.jpg', card));
  await say(page, '看看');
  await expect.poll(() => desk.heard.at(-1)?.pictures?.length).toBe(1);
  expect(await consentSheet(page).count()).toBe(0);
});

it('shows no picture any more once the consent is taken back, and asks before the next one', async () => {
  const find = finds({ document: 'other', verdict: 'image-glare', findings: [GLARE], marks: [] });
  const chat = await stage.open({
    answer: (message, vault) =>
      message.text === phrases.withdrawMine
        ? { replies: [{ text: phrases.withdrawn(1) }], outcome: outcome('smalltalk') }
        : find(message, vault),
  });
  const { page, desk } = chat;
  const withdraw = page.getByRole('button', { name: '撤回对图片的同意' });
  await show(page, photo('正面.jpg', card));
  await page.locator('.picture img').waitFor();
  await choose(page, photo('反面.jpg', card));
  await page.getByRole('button', { name: '更多' }).click();
  await withdraw.click();
  const sheet = page.getByRole('dialog', { name: '撤回对图片的同意？' });
  expect([await seriousFaults(page), desk.asked]).toEqual([[], ['']]);
  await sheet.getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByText('已撤回同意').waitFor();
  expect(await page.locator('.log img').count()).toBe(0);
  expect(await page.locator('.picture').textContent()).toContain('反光');
  await page.getByRole('button', { name: '更多' }).click();
  expect(await withdraw.count()).toBe(0);
  await page.keyboard.press('Escape');

  await field(page).press('Enter');
  await consentSheet(page).waitFor();
  expect(desk.heard.flatMap(({ pictures = [] }) => pictures)).toHaveLength(1);
  await agree(page);
  await page.locator('.picture img').waitFor();
  expect(desk.heard.at(-1)).toMatchObject({ consents: true, pictures: [{ name: '反面.jpg' }] });
});

it('makes a picture that is too large small enough, shows both, and sends the one that was chosen', async () => {
  expect(noise.length).toBeGreaterThan(4 * 1024 * 1024);
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  await choose(page, photo('执照.jpg', noise));
  await page.getByRole('button', { name: '帮我处理' }).click();
  const sheet = page.getByRole('dialog', { name: '改好再用' });
  await sheet.getByRole('button', { name: '用改好的' }).waitFor();
  const captions = await sheet.locator('figcaption').allTextContents();
  expect(captions[0]).toBe(`原图 · ${(noise.length / 1024 ** 2).toFixed(2)} MB`);
  expect(captions[1]).toMatch(/^改好的 · [123]\.\d\d MB$/);
  await sheet.getByRole('button', { name: '用改好的' }).click();
  await expect.poll(() => page.locator('.advice').count()).toBe(0);
  await field(page).press('Enter');
  await agree(page);
  await conversation(page, 2);
  const [made] = desk.heard[0]?.pictures ?? [];
  const { format, width = 0, height = 0 } = await sharp(made?.bytes).metadata();
  expect([made?.name, format, made && made.bytes.length <= 3_800_000, width / height]).toEqual([
    '执照-改好.jpg',
    'jpeg',
    true,
    4 / 3,
  ]);
});

it('makes a JPG of a WebP', async () => {
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  await choose(page, photo('证件.webp', await sharp(card).webp().toBuffer(), 'image/webp'));
  await page.locator('.advice', { hasText: '这张是 WEBP' }).getByRole('button', { name: '帮我处理' }).click();
  await page.getByRole('button', { name: '用改好的' }).click();
  await field(page).press('Enter');
  await agree(page);
  await conversation(page, 2);
  const [made] = desk.heard[0]?.pictures ?? [];
  expect([made?.name, (await sharp(made?.bytes).metadata()).format]).toEqual(['证件-改好.jpg', 'jpeg']);
});

it('stops an upload on request, and sends it later', async () => {
  const chat = await stage.open({ answer: finds() });
  const { page, desk } = chat;
  let isHeld = true;
  await page.route(MESSAGES, (route) => (isHeld ? undefined : route.continue()));
  await choose(page, photo('正面.jpg', card));
  await field(page).press('Enter');
  await agree(page);
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await page.getByText('已取消').waitFor();
  expect(desk.heard).toEqual([]);
  isHeld = false;
  await page.getByRole('button', { name: '重新发送' }).click();
  await conversation(page, 2);
  expect(desk.heard.map(({ consents, pictures }) => [consents, pictures?.length])).toEqual([[true, 1]]);
});
