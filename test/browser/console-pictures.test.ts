import { readFileSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { type OutcomePicture, outcome } from '../../src/bot/message.ts';
import type { AtConsole, Person } from '../people/people-desk.ts';
import { type Console, seriousFaults } from './console.ts';
import { consoleStage } from './console-stage.ts';

let agent: AtConsole;
let person: Person;
let one: Console;

const stage = consoleStage();
beforeEach(async () => {
  agent = await stage.desk.agent('小周');
  await agent.available();
  person = await stage.desk.visitor();
  await person.say('我的手机是安卓 12');
  await person.say('转人工');
  one = await stage.open();
  await one.signIn('小周');
});

/** A picture that the person sent, and what the turn came to, as turns are stored. */
async function sent(): Promise<string> {
  const id = await stage.desk.picture(person.talk, readFileSync('test/browser/console-dot.png'));
  const advice = '换个角度避开灯光。';
  const finding = {
    verdict: 'image-glare',
    severity: 'notice',
    evidence: '有一块反光。',
    advice,
    retryable: true,
  } as const;
  const expired = {
    ...finding,
    verdict: 'image-expired',
    severity: 'problem',
    evidence: '已经过期。',
    retryable: false,
  } as const;
  const judged: OutcomePicture = {
    document: 'id-front',
    verdict: 'image-expired',
    findings: [expired, finding],
    file: id,
    marks: [{ kind: 'glare', box: [0.25, 0.25, 0.5, 0.25] }],
  };
  const { seq, case: life, facts, memory } = (await stage.desk.store.byId(person.talk)) ?? {};
  if (seq === undefined || !life || !facts || !memory) throw new Error('There is no such talk');
  await stage.desk.store.commit({
    ...{ id: person.talk, seq, was: life, case: life, at: '2026-03-02T06:01:00.000Z', by: 'system', facts, memory },
    ...{ said: '', files: [{ id, name: '图片.png', type: 'image/png', size: 100 }] },
    replies: [{ text: '图片已经给客服看。' }],
    outcome: outcome('silent', { pictures: [judged] }),
  });
  return id;
}

const openTalk = () => one.page.locator(`.list-rows a.item[data-talk="${person.talk}"]`).click();

it('says of each picture what it is and what was found, and shows nothing of it', async () => {
  await sent();
  await openTalk();
  const card = one.page.locator('.picture-card');
  await card.waitFor();
  expect(await card.locator('.picture-head b').textContent()).toBe('身份证正面');
  const findings = (await card.locator('.finding').allTextContents()).map((text) => text.replace(/\s+/g, ''));
  expect(findings[0]).toContain('需要处理·证件过期需换证件已经过期。');
  expect(findings[1]).toContain('注意·反光可重拍有一块反光。');
  expect(await one.page.locator('img, canvas').count()).toBe(0);
  expect(await seriousFaults(one.page)).toEqual([]);
});

it('shows one after a reason, with its marks and who looks at it drawn in, and closes by itself', async () => {
  const id = await sent();
  await one.page.clock.install();
  await one.page.reload();
  await openTalk();
  await one.page.locator('.picture-card').getByRole('button', { name: '查看图片' }).click();
  await one.page.getByLabel('为什么要看').fill('核对反光');
  await one.page.keyboard.press('Enter');
  const picture = one.page.getByRole('img', { name: '查看图片：身份证正面' });
  await picture.waitFor();
  // The picture itself is of one colour: all others were drawn over it, into the very pixels that a copy holds.
  const shades = () =>
    one.page.evaluate<number>(`(() => {
      const canvas = document.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Map();
      for (let at = 0; at < data.length; at += 4) {
        const colour = data.slice(at, at + 3).join();
        colours.set(colour, (colours.get(colour) ?? 0) + 1);
      }
      return 1 - Math.max(...colours.values()) / (data.length / 4);
    })()`);
  await expect.poll(shades).toBeGreaterThan(0.02);
  expect(await one.page.evaluate("document.querySelector('canvas').width")).toBe(640);
  expect(await one.page.locator('img').count()).toBe(0);
  expect(await one.page.locator('.sheet .finding-number').allTextContents()).toEqual(['2']);
  expect(await seriousFaults(one.page)).toEqual([]);
  const [logged] = await stage.desk.store.audit.entries({ limit: 1 });
  expect(logged).toMatchObject({ what: 'reveal', detail: { item: `picture:${id}`, reason: '核对反光' } });

  await one.page.clock.fastForward('05:01');
  await picture.waitFor({ state: 'detached' });
});

it('puts a line of the card right in place, and keeps what is not understood', async () => {
  await openTalk();
  await one.page.getByRole('button', { name: '改正系统版本' }).click();
  const field = one.page.getByRole('textbox', { name: '系统版本' });
  await field.fill('很旧');
  await field.press('Enter');
  await one.page.getByText('“很旧”我没看懂').waitFor();
  expect(await field.inputValue()).toBe('很旧');
  await field.fill('5.1');
  await field.press('Enter');
  await expect.poll(() => one.page.locator('.case-card dd', { hasText: '5.1' }).count()).toBe(1);
  await one.page.getByRole('button', { name: '改正手机系统' }).click();
  await one.page.getByRole('combobox', { name: '手机系统' }).selectOption({ label: '鸿蒙' });
  await one.page.getByRole('button', { name: '改好了' }).click();
  await expect.poll(() => one.page.locator('.case-card dd', { hasText: '鸿蒙' }).count()).toBe(1);
  await expect
    .poll(() => one.page.locator('.separator', { hasText: '改了情况卡' }).allTextContents())
    .toEqual([expect.stringContaining('系统版本'), expect.stringContaining('手机系统')]);
});

it('sends a picture along with a line', async () => {
  await one.page.locator(`.list-rows a.item[data-talk="${person.talk}"]`).press('Enter');
  const composer = one.page.locator('.composer textarea');
  const buffer = readFileSync('test/browser/console-dot.png');
  await one.page
    .locator('.composer input[type=file]')
    .setInputFiles({ name: '示例.png', mimeType: 'image/png', buffer });
  await one.page.getByRole('list', { name: '一起发送的图片' }).waitFor();
  await composer.fill('照这样拍');
  await composer.press('Control+Enter');
  await expect.poll(() => one.page.locator('.turn-agent .file').count()).toBe(1);
  await expect.poll(async () => (await person.call('GET', '/messages')).body.messages.at(-1).files?.length).toBe(1);
  await one.page.locator('.turn-agent .file').click();
  await one.page.getByLabel('为什么要看').fill('核对发出的图');
  await one.page.keyboard.press('Enter');
  await one.page.locator('.revealed-picture').waitFor();
  await expect.poll(() => one.page.evaluate("document.querySelector('.revealed-picture').width")).toBe(640);
});
