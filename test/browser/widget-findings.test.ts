import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { type Outcome, outcome } from '../../src/bot/message.ts';
import { NOW } from '../adapters/web/desk.ts';
import { ask, conversation, field } from './chat.ts';
import { chatStage } from './chat-stage.ts';
import { seriousFaults } from './console.ts';
import { finds, GLARE } from './found-in-pictures.ts';
import { blank, photo, show } from './photos.ts';

const stage = chatStage();
let card: Buffer;
beforeAll(async () => {
  card = await blank();
});

const BIG = {
  verdict: 'image-too-big',
  severity: 'problem',
  evidence: '这张图 5 MB。',
  advice: '要小于 4 MB。',
} as const;

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
  const chat = await stage.open({ answer: finds(picture) }, { viewport: { width: 390, height: 844 } });
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
  const chat = await stage.open({ answer });
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
  const chat = await stage.open({
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
  const chat = await stage.open({ answer: (message, vault) => finds(side(next))(message, vault) });
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

  const again = await stage.open({ answer: finds(side('id-back')) });
  await show(again.page, photo('反面.jpg', card));
  const other = again.page.locator('.pair-offer');
  expect(await other.locator('p').textContent()).toBe('还差正面，接着发');
  await other.getByRole('button', { name: '先不发' }).click();
  await other.waitFor({ state: 'detached' });
  await again.page.reload();
  await conversation(again.page, 2);
  expect(await other.count()).toBe(0);
});

const RULE =
  '按官方说明，广东要求主体负责人必须为法定代表人。\n\n《上传资料及真实性核验FAQ》（2023-03-24 更新）里写着：“根据各省备案规则，目前要求宁夏、广东、重庆的主体负责人必须为法人。”\n\n请上传法定代表人的证件资料。\n\n现在的规则，可以在“各地区管局备案规则”（[打开](https://example.com/rules)）里单击广东的链接核对。';

it('shows the rule of a province as a card, with its words, its date and its link', async () => {
  const found = { verdict: 'legal-rep-required', severity: 'notice', evidence: '证据', advice: '办法' } as const;
  const what: Partial<Outcome> = { diagnostic: 'province', verdict: found.verdict, findings: [found], entry: 9 };
  const sources = [{ entry: 9, title: '第9条', date: '2023-03-24' }];
  const chat = await stage.open({
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
