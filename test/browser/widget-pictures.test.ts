import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Message, type Outcome, type OutcomePicture, outcome } from '../../src/bot/message.ts';
import { phrases } from '../../src/bot/phrases.ts';
import type { Vault } from '../../src/bot/ports.ts';
import { seeded } from '../../src/knowledge/random.ts';
import { NOW } from '../adapters/web/desk.ts';
import { ask, type Chat, conversation, field, openBrowser, openChat, say, talkIn } from './chat.ts';
import { seriousFaults } from './console.ts';
import { agree, choose, consentSheet, photo } from './photos.ts';

const MESSAGES = '**/api/talks/*/messages';

let browser: Browser;
let chat: Chat;
let card: Buffer;
let noise: Buffer;
beforeAll(async () => {
  browser = await openBrowser();
  card = await sharp({ create: { width: 800, height: 500, channels: 3, background: '#7fa3c7' } })
    .jpeg()
    .toBuffer();
  const random = seeded(7);
  const data = Buffer.from(Uint8Array.from({ length: 2400 * 1800 * 3 }, () => random() * 256));
  noise = await sharp(data, { raw: { width: 2400, height: 1800, channels: 3 } })
    .jpeg({ quality: 96 })
    .toBuffer();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(chat.faults).toEqual([]);
  await chat.close();
});

const GLARE = {
  verdict: 'image-glare',
  severity: 'notice',
  evidence: '有一块反光。',
  advice: '换个角度。',
  retryable: true,
} as const;
const BIG = {
  verdict: 'image-too-big',
  severity: 'problem',
  evidence: '这张图 5 MB。',
  advice: '要小于 4 MB。',
} as const;

/** Keeps what came, and finds in it what it is told to. */
function finds(...seen: readonly Omit<OutcomePicture, 'file'>[]) {
  return async ({ talk, pictures = [] }: Message, vault: Vault) => {
    const kept = await Promise.all(
      pictures.map((one) => vault.put(talk.room, { ...one, type: 'image/jpeg' }, NOW.toISOString())),
    );
    const judged = kept.flatMap(({ id }, at): readonly OutcomePicture[] => {
      const one = seen[at];
      return one ? [{ ...one, file: id }] : [];
    });
    const findings = judged.flatMap((one) => one.findings);
    const text = (at: number) => (judged.length > 1 ? `**第 ${at + 1} 张：图片**\n\n看过了。` : '看过了。');
    const replies = judged.map((_, at) => ({
      text: text(at),
      ...(at === judged.length - 1 && { choices: ['帮我改好', '还是不行'] }),
    }));
    return {
      kept,
      replies: replies.length > 0 ? replies : [{ text: '好的。' }],
      outcome: outcome('finding', { diagnostic: 'image', findings, pictures: judged }),
    };
  };
}

/** Sends one picture for which consent is given now. */
async function show(page: Page, ...files: ReturnType<typeof photo>[]): Promise<void> {
  await choose(page, ...files);
  await field(page).press('Enter');
  await agree(page);
  await page.locator('.sent', { hasText: '已送达' }).last().waitFor();
}

it('asks before the first picture leaves, in the words of the bot, and not again', async () => {
  chat = await openChat(browser, { answer: finds() });
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
  chat = await openChat(browser, { answer: finds() });
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
  chat = await openChat(browser, { answer: finds() });
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
  chat = await openChat(browser, {
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
  chat = await openChat(browser, { answer: finds() });
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
  chat = await openChat(browser, { answer: finds() });
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
  chat = await openChat(browser, { answer: finds() });
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

/** The places of the marks of the first card, as shares of its picture. */
function places(page: Page): Promise<readonly (readonly [string, ...number[]])[]> {
  return page
    .locator('.picture')
    .first()
    .evaluate((node) => {
      const frame = node.querySelector('img')?.getBoundingClientRect();
      return [...node.querySelectorAll('.mark-box')].map((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        const { width: w = 1, height: h = 1, left: x = 0, top: y = 0 } = frame ?? {};
        const share = (of: number): number => Math.round(of * 100) / 100;
        return [
          mark.textContent ?? '',
          share((left - x) / w),
          share((top - y) / h),
          share(width / w),
          share(height / h),
        ];
      });
    });
}

it('draws what was found where it is, with a number and a word, also after a reload', async () => {
  const marks = [
    { kind: 'document', box: [0.1, 0.1, 0.8, 0.8] },
    { kind: 'glare', box: [0.25, 0.4, 0.5, 0.3] },
    { kind: 'number', box: [0.3, 0.8, 0.4, 0.05] },
  ] as const;
  const picture = { document: 'id-front', verdict: 'image-too-big', findings: [BIG, GLARE], marks } as const;
  chat = await openChat(browser, { answer: finds(picture) }, { viewport: { width: 390, height: 844 } });
  const { page } = chat;
  await show(page, photo('正面.jpg', card));
  const expected = [
    ['证件', 0.1, 0.1, 0.8, 0.8],
    // The number that was read is well: nothing is to be said of it.
    ['1反光', 0.25, 0.4, 0.5, 0.3],
  ];
  await expect.poll(() => places(page)).toEqual(expected);
  const rows = () =>
    page.locator('.picture .finding').evaluateAll((all) => all.map((one) => one.textContent?.replace(/\s/g, '')));
  expect(await rows()).toEqual(['需要处理文件太大', '注意反光图上的标记1重拍就好']);
  // The card tells of them; a list beside it would say it twice.
  expect(await page.locator('.findings').count()).toBe(1);
  expect(await seriousFaults(page)).toEqual([]);

  await page.locator('.picture-shown').click();
  await page.getByRole('dialog', { name: '身份证正面' }).locator('.mark-box').nth(1).waitFor();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect.poll(() => places(page)).toEqual(expected);
  expect(await rows()).toEqual(['需要处理文件太大', '注意反光图上的标记1重拍就好']);
});

it('has a card for each of several pictures, and puts the last right on a press', async () => {
  const ok = { document: 'business-licence', verdict: 'image-ok', findings: [] } as const;
  const answer = finds(ok, { document: 'id-back', verdict: 'image-too-big', findings: [BIG] });
  chat = await openChat(browser, { answer });
  const { page, desk } = chat;
  await show(page, photo('执照.jpg', card), photo('反面.jpg', card));
  const cards = page.locator('.line-bot', { has: page.locator('.picture') });
  await expect.poll(() => cards.count()).toBe(2);
  expect(await page.locator('.picture h4').allTextContents()).toEqual(['第 1 张：营业执照', '第 2 张：身份证反面']);
  expect((await page.locator('.findings').allTextContents()).map((text) => text.trim())).toEqual([
    '通过没有发现问题',
    '需要处理文件太大',
  ]);
  // What the card offers is not offered a second time below it.
  expect(await page.locator('.pick:not(.welcome .pick)').allTextContents()).toEqual(['还是不行']);
  const fix = page.getByRole('button', { name: '帮我处理' });
  expect(await fix.count()).toBe(1);
  await fix.click();
  await expect.poll(() => desk.asked.at(-1)).toBe('帮我改好');
  expect(await fix.isDisabled()).toBe(true);
});

it('shows what was made beside what it was, large on a press, and saves it', async () => {
  const large = await sharp(card).resize(1600).jpeg({ quality: 100 }).toBuffer();
  chat = await openChat(browser, {
    async answer({ talk }, vault) {
      const put = (name: string, bytes: Uint8Array) =>
        vault.put(talk.room, { name, type: 'image/jpeg', bytes }, NOW.toISOString());
      const files = [await put('原图-图片.jpg', large), await put('图片-改好.jpg', card)];
      return { replies: [{ text: '改好了，请下载：', files }], outcome: outcome('finding', { diagnostic: 'image' }) };
    },
  });
  const { page } = chat;
  await ask(page, '帮我改好');
  await expect
    .poll(() => page.locator('.compared img').evaluateAll((all) => all.map((one) => one.naturalWidth)))
    .toEqual([1600, 800]);
  const size = (bytes: Buffer) => `${Math.ceil(bytes.length / 1024)} KB`;
  expect(await page.locator('.compared figcaption').allTextContents()).toEqual([
    `${size(large)} 处理前`,
    `${size(card)} 处理后`,
  ]);
  const [left, right] = await page.locator('.compared figure').evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width } = one.getBoundingClientRect();
      return { y, x, end: x + width };
    }),
  );
  expect([left?.y === right?.y, (left?.end ?? 0) < (right?.x ?? 0)]).toEqual([true, true]);
  await page.getByRole('button', { name: '放大看处理后' }).click();
  const sheet = page.getByRole('dialog', { name: '处理前后对比' });
  await sheet.getByRole('img', { name: '处理后' }).waitFor();
  await sheet.getByRole('button', { name: '处理前' }).click();
  await sheet.getByRole('img', { name: '处理前' }).waitFor();
  await page.keyboard.press('Escape');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^下载 图片-改好\.jpg/ }).click();
  expect((await saving).suggestedFilename()).toBe('图片-改好.jpg');
});

it('asks for the other side of an identity card once, unless it came or is not wanted', async () => {
  const side = (document: 'id-front' | 'id-back') => ({ document, verdict: 'image-ok', findings: [] }) as const;
  let next: 'id-front' | 'id-back' = 'id-front';
  chat = await openChat(browser, { answer: (message, vault) => finds(side(next))(message, vault) });
  const { page } = chat;
  const offer = page.locator('.pair-offer');
  await show(page, photo('正面.jpg', card));
  expect(await offer.locator('p').textContent()).toBe('还差反面，接着发');
  next = 'id-back';
  const chooser = page.waitForEvent('filechooser');
  await offer.getByRole('button', { name: '发反面' }).click();
  await (await chooser).setFiles([photo('反面.jpg', card)]);
  await field(page).press('Enter');
  await conversation(page, 4);
  await page.locator('.picture').nth(1).waitFor();
  expect(await offer.count()).toBe(0);
  await chat.close();

  chat = await openChat(browser, { answer: finds(side('id-back')) });
  await show(chat.page, photo('反面.jpg', card));
  const other = chat.page.locator('.pair-offer');
  expect(await other.locator('p').textContent()).toBe('还差正面，接着发');
  await other.getByRole('button', { name: '先不发' }).click();
  await other.waitFor({ state: 'detached' });
  await chat.page.reload();
  await conversation(chat.page, 2);
  expect(await other.count()).toBe(0);
});

const RULE =
  '按官方说明，广东要求主体负责人必须为法定代表人。\n\n《上传资料及真实性核验FAQ》（2023-03-24 更新）里写着：“根据各省备案规则，目前要求宁夏、广东、重庆的主体负责人必须为法人。”\n\n请上传法定代表人的证件资料。\n\n现在的规则，可以在“各地区管局备案规则”（[打开](https://example.com/rules)）里单击广东的链接核对。';

it('shows the rule of a province as a card, with its words, its date and its link', async () => {
  const found = { verdict: 'legal-rep-required', severity: 'notice', evidence: '证据', advice: '办法' } as const;
  const what: Partial<Outcome> = { diagnostic: 'province', verdict: found.verdict, findings: [found], entry: 9 };
  const sources = [{ entry: 9, title: '第9条', date: '2023-03-24' }];
  chat = await openChat(browser, {
    answer: () => ({ replies: [{ text: RULE, sources }], outcome: outcome('finding', what) }),
  });
  const { page } = chat;
  await ask(page, '广东必须法人吗');
  const rule = page.locator('.province');
  expect(await rule.locator('.chip').textContent()).toBe('广东 · 需要法定代表人');
  expect(await rule.locator('blockquote p').textContent()).toBe(
    '“根据各省备案规则，目前要求宁夏、广东、重庆的主体负责人必须为法人。”',
  );
  expect(await rule.locator('mark').textContent()).toBe('广东');
  expect(await rule.locator('footer').textContent()).toBe('《上传资料及真实性核验FAQ》（2023-03-24 更新）');
  expect(await rule.getByRole('link', { name: '核对管局规则' }).getAttribute('href')).toBe('https://example.com/rules');
  expect(await rule.locator('.text').allTextContents()).toEqual([
    '按官方说明，广东要求主体负责人必须为法定代表人。',
    '请上传法定代表人的证件资料。现在的规则，可以在“各地区管局备案规则”里单击广东的链接核对。',
  ]);
  expect(await page.locator('.findings').count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
});
