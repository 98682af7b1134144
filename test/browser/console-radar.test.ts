import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../people/people-desk.ts';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ASKS = '打开页面提示非法参数';
const TEXT = '阿里云 APP 正在修复“非法参数”，修好前不用反复重试。';
/** Where screenshots go, if anybody wants to look at them. */
const SHOTS = process.env.SHOTS;

let people: Person[];

const stage = consoleStage();
beforeEach(async () => {
  await (await stage.desk.visitor()).say(ASKS);
  await stage.desk.wait(3 * DAY);
  await stage.desk.agent('小周');
  await stage.desk.agent('主管', 'supervisor');
  people = [];
});

async function ask(many: number): Promise<void> {
  for (let nth = 0; nth < many; nth++) {
    const person = await stage.desk.visitor();
    await person.say(ASKS);
    people.push(person);
    await stage.desk.wait(31_000);
  }
}

async function open(name: string, options: ConsoleOptions = {}): Promise<Console> {
  const opened = await stage.open(options);
  await opened.signIn(name);
  return opened;
}

async function shot({ page }: Console, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

const banner = ({ page }: Console) => page.locator('.radar-line');
const toldTo = async (person: Person) => (await person.lines()).filter((line) => line.includes('公告')).length;

describe('the banner', { timeout: 60_000 }, () => {
  it('comes to everybody while many ask, counts on, and says calmly that it is over', async () => {
    const one = await open('小周');
    expect(await banner(one).count()).toBe(0);
    await ask(8);
    await expect
      .poll(() => banner(one).locator('p').textContent())
      .toBe('第 2 条「非法参数」 最近 1 小时 8 人在问，平时不到 1 人');
    await ask(1);
    await expect.poll(() => banner(one).locator('p').textContent()).toContain('9 人在问');
    expect(await seriousFaults(one.page)).toEqual([]);
    await shot(one, 'banner');
    await banner(one).getByRole('button', { name: '看详情' }).click();
    const sheet = one.page.getByRole('dialog', { name: '第 2 条「非法参数」' });
    await expect.poll(() => sheet.textContent()).toContain('一共 9 个对话问过。');
    expect(await sheet.getByRole('textbox').count()).toBe(0);
    expect(await seriousFaults(one.page)).toEqual([]);
    await one.page.keyboard.press('Escape');
    await stage.desk.wait(61 * MINUTE);
    await expect.poll(() => banner(one).locator('p').textContent()).toBe('第 2 条「非法参数」 问的人已回到平时。');
    await shot(one, 'over');
  });
});

describe('the announcement', { timeout: 60_000 }, () => {
  it.each([
    { name: 'light', options: {} },
    { name: 'dark', options: { colorScheme: 'dark' as const } },
    { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
  ])('is written, published, sent and ended by a supervisor: $name', async ({ name, options }) => {
    await ask(8);
    const boss = await open('主管', options);
    await shot(boss, `boss-${name}`);
    await banner(boss).getByRole('button', { name: '看详情' }).click();
    const sheet = boss.page.getByRole('dialog');
    const publish = sheet.getByRole('button', { name: '发布' });
    expect(await publish.isDisabled()).toBe(true);
    await sheet.getByRole('textbox').fill('长'.repeat(301));
    await expect.poll(() => sheet.textContent()).toContain('多了 1 个字，请删减');
    expect(await publish.isDisabled()).toBe(true);
    await sheet.getByRole('textbox').fill(TEXT);
    await expect.poll(() => sheet.locator('.radar-bubble').textContent()).toContain(TEXT);
    await expect.poll(() => sheet.textContent()).toContain('同时补发给问过的 8 个对话，每个对话一次');
    await sheet.getByRole('checkbox').uncheck();
    expect(await seriousFaults(boss.page)).toEqual([]);
    await shot(boss, `form-${name}`);
    await publish.click();
    await expect.poll(() => sheet.textContent()).toContain('0 个对话在回答前看到，补发了 0 个，还有 8 个问过的没看到');
    const next = await stage.desk.visitor();
    await next.say(ASKS);
    expect(await toldTo(next)).toBe(1);
    await sheet.getByRole('button', { name: '补发给 8 个对话' }).click();
    await expect.poll(() => sheet.textContent()).toContain('正在补发');
    await stage.desk.round();
    await expect.poll(() => sheet.textContent()).toContain('1 个对话在回答前看到，补发了 8 个');
    for (const person of people) expect(await toldTo(person)).toBe(1);
    expect(await seriousFaults(boss.page)).toEqual([]);
    await shot(boss, `running-${name}`);
    await sheet.getByRole('button', { name: '结束公告' }).click();
    await expect.poll(() => sheet.getByRole('textbox').count()).toBe(1);
    const late = await stage.desk.visitor();
    await late.say(ASKS);
    expect(await toldTo(late)).toBe(0);
  });

  it('is put into a reply by agents', async () => {
    await ask(8);
    const boss = await open('主管');
    await banner(boss).getByRole('button', { name: '看详情' }).click();
    await boss.page.getByRole('dialog').getByRole('textbox').fill(TEXT);
    await boss.page.getByRole('button', { name: '发布' }).click();
    await boss.page.getByText('正在补发').first().waitFor();
    const one = await open('小周');
    await expect.poll(() => banner(one).textContent()).toContain('公告在用');
    const available = one.page.getByRole('switch', { name: '接待' });
    await available.click();
    await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
    const person = people[0] as Person;
    await person.say('转人工');
    await one.page.locator(`.list-pane a.item[data-talk="${person.talk}"]`).click();
    await one.page.getByRole('button', { name: /^接入/ }).first().click();
    await one.page.locator('.composer textarea').waitFor();
    await banner(one).getByRole('button', { name: '看详情' }).click();
    await shot(one, 'agent');
    await one.page.getByRole('dialog').getByRole('button', { name: '放进回复' }).click();
    expect(await one.page.locator('.composer textarea').inputValue()).toBe(TEXT);
  });

  it('keeps what was written where it could not be published', async () => {
    await ask(8);
    const boss = await open('主管');
    await banner(boss).getByRole('button', { name: '看详情' }).click();
    const sheet = boss.page.getByRole('dialog');
    await sheet.getByRole('textbox').fill(TEXT);
    await boss.page.context().setOffline(true);
    await sheet.getByRole('button', { name: '发布' }).click();
    await expect.poll(() => sheet.getByRole('alert').textContent()).toContain('网络不通');
    await boss.page.context().setOffline(false);
    await sheet.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => sheet.locator('.radar-running').textContent()).toContain(TEXT);
  });
});
