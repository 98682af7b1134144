import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AtConsole } from '../people/people-desk.ts';
import { seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

let zhou: AtConsole;
let lin: AtConsole;

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('主管', 'supervisor');
  zhou = await stage.desk.agent('小周');
  lin = await stage.desk.agent('小林');
  await zhou.available(2);
  await lin.available(4);
});

/** A person who waits for somebody. */
async function waiting(...said: readonly string[]) {
  const person = await stage.desk.visitor();
  for (const text of [...said, '转人工']) await person.say(text);
  return { ...person, name: `访客 ${person.talk.slice(-4)}` };
}

/** The supervisor's browser, at a page of the desk. */
async function watching(page: 'wall' | 'handover', options: ConsoleOptions = {}): Promise<Page> {
  return at('主管', page, options);
}

async function at(name: string, page: string, options: ConsoleOptions = {}): Promise<Page> {
  const opened = await stage.open(options);
  await opened.signIn(name);
  await opened.page.locator(`.nav-item[href$="/${page}"]`).click();
  await opened.page.locator('.page-head').waitFor();
  return opened.page;
}

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const rowOf = (page: Page, talk: string) => page.locator(`.wall-row[data-talk="${talk}"]`);
const agentRow = (page: Page, { id }: AtConsole) => page.locator(`.agent-row[data-agent="${id}"]`);
const tile = (page: Page, label: string) => page.locator('.tile', { hasText: label });
const toast = (page: Page) => page.locator('.toast');
const ownerOf = async ({ talk }: { readonly talk: string }) =>
  (await zhou.call('GET', `/talks/${talk}`)).body.summary.owner;

describe('the wall', () => {
  it('shows who waits as they come, for whom and for how long, and who is there with what', async () => {
    const page = await watching('wall');
    await panel(page, '等待中').getByText('现在没有人在等').waitFor();
    expect(await tile(page, '在岗').textContent()).toContain('2人');

    const person = await waiting('人脸核验一直过不去');
    await expect.poll(() => rowOf(page, person.talk).textContent()).toContain('用户要求人工');
    await expect.poll(() => tile(page, '正在等待').textContent()).toContain('1人');
    await stage.desk.round();
    await expect.poll(() => rowOf(page, person.talk).textContent()).toContain('振铃 客服 03 小林');
    await stage.desk.wait(12_000);
    // By the desk's clock, though nothing has moved.
    await expect.poll(() => tile(page, '最长等待').locator('.tile-value').textContent()).toBe('0:12');

    await lin.call('POST', `/talks/${person.talk}/claim`);
    await panel(page, '等待中').getByText('现在没有人在等').waitFor();
    await expect.poll(() => agentRow(page, lin).textContent()).toContain('1 / 4');
    expect(await agentRow(page, lin).textContent()).toContain('最久未答');
    await agentRow(page, lin).getByRole('button', { name: '客服 03 的 1 个对话' }).click();
    expect(await rowOf(page, person.talk).textContent()).toContain('等客服回复');
    await lin.call('POST', `/talks/${person.talk}/messages`, { id: 'a1', text: '您好' });
    await expect.poll(() => agentRow(page, lin).textContent()).toContain('没有未答的');
    expect(await panel(page, '今天到现在').locator('dd b').allTextContents()).toHaveLength(6);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('is no place for agents, who have the handover', async () => {
    const page = await at('小周', 'handover');
    expect(await page.locator('.nav-item', { hasText: '大屏' }).count()).toBe(0);
    expect(await page.locator('.long-wait').count()).toBe(0);
  });

  it('takes over what waits and what another has, without leaving', async () => {
    const page = await watching('wall');
    const person = await waiting();
    await rowOf(page, person.talk)
      .getByRole('button', { name: `接手 ${person.name}` })
      .click();
    await expect.poll(() => toast(page).textContent()).toContain(`${person.name} 由您接待`);
    const other = await waiting();
    await zhou.call('POST', `/talks/${other.talk}/claim`);
    await agentRow(page, zhou).getByRole('button', { name: '的 1 个对话' }).click();
    await rowOf(page, other.talk).getByRole('button', { name: '接手' }).click();
    await expect.poll(() => toast(page).textContent()).toContain(`${other.name} 由您接待`);
    expect([await ownerOf(person), await ownerOf(other)]).toEqual(['agent-主管', 'agent-主管']);
    expect(new URL(page.url()).pathname).toBe('/console/wall');
  });

  it('assigns what waits to whoever has room, and takes it back within five seconds', async () => {
    const page = await watching('wall');
    const person = await waiting();
    await rowOf(page, person.talk).getByRole('button', { name: '指派' }).click();
    const sheet = page.getByRole('dialog', { name: `指派 ${person.name}` });
    expect(await sheet.locator('.choose b').allTextContents()).toEqual(['客服 02', '客服 03']);
    await sheet.getByRole('button', { name: '客服 03 小林' }).click();
    await expect.poll(() => toast(page).textContent()).toContain(`${person.name} 已指派给客服 03 小林`);
    await expect.poll(() => rowOf(page, person.talk).textContent()).toContain('振铃 客服 03 小林');
    await toast(page).getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => rowOf(page, person.talk).textContent()).toContain('在等任何一位客服');
  });

  it('gives what one agent has to another', async () => {
    const page = await watching('wall');
    const person = await waiting();
    await zhou.call('POST', `/talks/${person.talk}/claim`);
    await agentRow(page, zhou).getByRole('button', { name: '的 1 个对话' }).click();
    await rowOf(page, person.talk).getByRole('button', { name: '指派' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '客服 03 小林' }).click();
    await expect.poll(() => panel(page, '等待中').textContent()).toContain('振铃 客服 03 小林');
    await lin.call('POST', `/talks/${person.talk}/claim`);
    expect(await ownerOf(person)).toBe(lin.id);
  });

  it('fits a phone', async () => {
    await waiting();
    const page = await watching('wall', PHONE);
    await page.locator('.wall-row').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const heights = await page.locator('.wall-actions button').evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(42);
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('who waits too long', () => {
  it('is told of wherever a supervisor is, once, by the time that was set', async () => {
    const page = await watching('wall');
    const person = await waiting();
    await rowOf(page, person.talk).waitFor();
    await stage.desk.wait(50_000);
    expect(await page.locator('.long-wait').count()).toBe(0);
    const field = page.getByRole('spinbutton', { name: '等了多少秒提醒主管' });
    await field.fill('40');
    await field.press('Enter');
    await expect.poll(() => toast(page).textContent()).toContain('等了超过 40 秒会提醒主管');
    const banner = page.locator('.long-wait');
    await expect.poll(() => banner.textContent()).toContain(`${person.name} 已等了超过 40 秒，还没有客服接入。`);
    await expect.poll(() => page.locator('.tile-urgent').textContent()).toContain('最长等待');
    expect(await seriousFaults(page)).toEqual([]);

    await banner.getByRole('link', { name: person.name }).click();
    await page.locator('.state-bar').waitFor();
    await banner.getByRole('button', { name: '知道了' }).click();
    await banner.waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.state-bar').waitFor();
    expect(await banner.count()).toBe(0);
    const next = await waiting();
    await stage.desk.wait(45_000);
    await expect.poll(() => banner.textContent()).toContain(next.name);
    expect(await banner.textContent()).not.toContain(person.name);
  });
});

describe('the handover', () => {
  it('has the open cases with what comes next, takes a note, and is copied as masked text', async () => {
    const served = await waiting();
    await zhou.call('POST', `/talks/${served.talk}/claim`);
    await zhou.call('POST', `/talks/${served.talk}/messages`, { id: 'a1', text: '请把 **APP** 更新一下。' });
    const face = await waiting('人脸核验采集人脸与公安库不一致怎么办', '我的手机号 13900000000');
    const page = await watching('handover');
    // Reading the clipboard asks for a permission that no headless browser gives.
    await page.evaluate(`Object.defineProperty(navigator.clipboard, 'writeText', {
      value: async (text) => { document.title = text; },
    })`);
    const cases = page.locator('.handed');
    await expect.poll(() => cases.count()).toBe(2);
    expect(await cases.first().textContent()).toContain(face.name);
    expect(await cases.first().locator('.handed-next').textContent()).toContain('下一步：接入：用户在排队；先问清');
    expect(await cases.last().locator('.handed-next').textContent()).toContain('下一步：等用户回复');
    expect(await seriousFaults(page)).toEqual([]);

    await cases.last().getByRole('button', { name: '写交班备注' }).click();
    await page.getByLabel(`给下一班的备注：${served.name}`).fill('等他更新完，明早再问');
    await cases.last().getByRole('button', { name: '记下备注' }).click();
    await expect.poll(() => cases.last().locator('.handed-notes').textContent()).toContain('等他更新完，明早再问');
    const { body } = await zhou.call('GET', `/talks/${served.talk}`);
    expect(body.notes.at(-1)).toMatchObject({
      kind: 'note',
      author: 'agent-主管',
      body: { text: '等他更新完，明早再问' },
    });

    await page.getByRole('checkbox', { name: '只看人脸核验' }).check();
    expect(await cases.count()).toBe(1);
    await page.getByRole('checkbox', { name: '只看人脸核验' }).uncheck();
    await page.getByRole('button', { name: '复制为文字' }).click();
    await expect.poll(() => toast(page).textContent()).toContain('已复制 2 个对话');
    const text = await page.title();
    expect(text).toContain('客服最后说：请把 APP 更新一下。');
    expect(text).toContain('等他更新完，明早再问');
    expect(text).not.toContain('13900000000');
  });

  it('prints the cases alone, dark words on white', async () => {
    await waiting();
    const page = await watching('handover', { colorScheme: 'dark' });
    await page.locator('.handed').waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.handed').isVisible()).toBe(true);
    for (const away of ['.nav', '.top-bar', '.handed-write', '.page-head button']) {
      expect(await page.locator(away).first().isVisible(), away).toBe(false);
    }
    const ink = await page.evaluate(`getComputedStyle(document.querySelector('.handed h3 a')).color`);
    expect(ink).toBe('rgb(0, 0, 0)');
  });

  it('fits a phone, and lets an agent note on what they have alone', async () => {
    const [mine, other] = [await waiting(), await waiting()];
    await zhou.call('POST', `/talks/${mine.talk}/claim`);
    const page = await at('小周', 'handover', PHONE);
    const cases = page.locator('.handed');
    await expect.poll(() => cases.count()).toBe(2);
    const writes = (talk: string) => page.locator(`.handed[data-talk="${talk}"] .handed-write`).count();
    expect([await writes(mine.talk), await writes(other.talk)]).toEqual([1, 0]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await seriousFaults(page)).toEqual([]);
  });
});
