import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const stage = consoleStage();
beforeEach(async () => {
  await stage.desk.agent('小周');
  await stage.desk.agent('小林');
});

/** A console of somebody who takes conversations. */
async function atWork(name: string, options: ConsoleOptions = {}): Promise<Console> {
  const opened = await stage.open(options);
  await opened.signIn(name);
  const available = opened.page.getByRole('switch', { name: '接待' });
  await available.click();
  await expect.poll(() => available.getAttribute('aria-checked')).toBe('true');
  return opened;
}

const itemOf = ({ page }: Console, talk: string) => page.locator(`.list-pane a.item[data-talk="${talk}"]`);
const composer = ({ page }: Console) => page.locator('.composer textarea');
const said = ({ page }: Console) => page.locator('.turn .bubble');

describe('signing in', () => {
  it('says what is wrong in the words of the server, and keeps what was typed', async () => {
    const { page } = await stage.open();
    await page.getByLabel('名字').fill('小周');
    await page.getByLabel('密码', { exact: true }).fill('wrong-one-at-all');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByRole('alert').textContent())
      .toBe('没有登录成功：名字、密码或动态码不对，或者帐号已停用。');
    expect(await page.getByLabel('名字').inputValue()).toBe('小周');
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('stays over a reload, and ends by signing out', async () => {
    const one = await stage.open();
    await one.signIn('小周');
    await one.page.reload();
    await one.page.locator('.list-pane').waitFor();
    await one.page.getByRole('button', { name: '客服 01 小周' }).click();
    await one.page.getByText('退出登录').click();
    await one.page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await one.page.reload();
    await one.page.getByRole('button', { name: '登录', exact: true }).waitFor();
  });

  it('asks for the code of the authenticator where there is one', async () => {
    const agent = await stage.desk.agent('有码');
    const { secret } = (await agent.call('POST', '/totp')).body;
    const code = (timestamp: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
    const now = Date.parse('2026-03-02T06:00:00.000Z');
    await agent.call('PUT', '/totp', { code: code(now) });
    await stage.desk.wait(30_000);
    const { page } = await stage.open();
    await page.getByLabel('名字').fill('有码');
    await page.getByLabel('密码', { exact: true }).fill('orange-kettle-7-window');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toBe('请再输入验证器 APP 上的 6 位动态码。');
    await page.getByLabel('动态码').fill(code(now + 30_000));
    await page.keyboard.press('Enter');
    await page.locator('.list-pane').waitFor();
  });

  it('asks for an own password first where somebody else gave one', async () => {
    const boss = await stage.desk.agent('主管', 'supervisor');
    const { password } = (await boss.call('POST', '/agents', { name: '新人', role: 'agent' })).body;
    const { page } = await stage.open();
    await page.getByLabel('名字').fill('新人');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '换成自己的密码' }).waitFor();
    await page.getByLabel('现在的密码').fill(password);
    await page.getByLabel('新密码', { exact: true }).fill('kettle-orange-9-roof');
    await page.getByLabel('再输一次新密码').fill('kettle-orange-9-roof');
    await page.keyboard.press('Enter');
    await page.locator('.list-pane').waitFor();
  });

  it('comes back to where one was after the session ended, with what was typed', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await composer(one).fill('写到一半');
    await one.page.context().clearCookies();
    await one.page.keyboard.press('Control+Enter');
    await one.page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await one.signIn('小周');
    await one.page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => person.lines().then((lines) => lines.at(-1))).toBe('客服 01: 写到一半');
  });
});

describe('a conversation', () => {
  it('appears by itself, is taken by Enter, and the answer arrives once', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    const item = itemOf(one, person.talk);
    await expect.poll(() => item.textContent()).toContain('用户要求人工');
    await stage.desk.round();
    await expect.poll(() => one.page.locator('.item-row.rings').count()).toBe(1);
    await item.focus();
    await one.page.keyboard.press('Enter');
    await composer(one).waitFor();
    expect(await one.page.locator('.composer-top').textContent()).toContain(`发给 ${person.name} · 网页`);
    await expect
      .poll(() => one.page.locator('.turn-head', { hasText: '机器人 · 第8条 · ' }).count())
      .toBeGreaterThan(0);

    await composer(one).fill('您好，先把 **APP** 更新一下。');
    await one.page.keyboard.press('Control+Enter');
    await expect.poll(() => said(one).last().innerHTML()).toContain('<strong>APP</strong>');
    await expect.poll(() => one.page.locator('.turn-pending').count()).toBe(0);
    expect((await person.lines()).filter((line) => line.startsWith('客服 01:'))).toEqual([
      '客服 01: 您好，先把 **APP** 更新一下。',
    ]);
    expect(await composer(one).inputValue()).toBe('');

    await person.say('更新好了 <b onclick=alert(1)>x</b>');
    await expect.poll(() => one.page.locator('.turn-user .bubble').last().textContent()).toContain('<b onclick');
    await person.call('POST', '/read', { seq: 20 });
  });

  it('says who has it when one speaks too late, and keeps what was typed', async () => {
    const boss = await stage.desk.agent('主管', 'supervisor');
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await composer(one).fill('太晚的一句');
    // No event tells of it in time.
    await one.page.route('**/api/console/events', (route) => route.abort());
    await one.page.reload();
    await composer(one).waitFor();
    await boss.call('POST', `/talks/${person.talk}/take-over`);
    await composer(one).press('Control+Enter');
    await expect.poll(() => one.page.locator('.toast').textContent()).toBe('这个对话现在由主管（客服 03）接待。');
    await expect.poll(() => one.page.locator('.state-title').textContent()).toBe('由客服 03 主管接待');
    expect(await composer(one).inputValue()).toBe('太晚的一句');
    expect(await one.page.locator('.composer .ant-btn-primary').isDisabled()).toBe(true);
    expect((await person.lines()).join()).not.toContain('太晚的一句');
  });

  it('is left for the next by Alt and an arrow', async () => {
    const one = await atWork('小周');
    const first = await stage.waiting();
    await stage.desk.wait(1_000);
    const second = await stage.waiting();
    await itemOf(one, second.talk).waitFor();
    await one.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => one.page.locator('.talk-title h2').textContent()).toBe(first.name);
    await one.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => one.page.locator('.talk-title h2').textContent()).toBe(second.name);
    await one.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => one.page.locator('.talk-title h2').textContent()).toBe(first.name);
    await one.page.keyboard.press('?');
    await one.page.getByRole('dialog', { name: '全部按键' }).waitFor();
  });

  it('keeps what was typed over a reload', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await composer(one).fill('请您先更新');
    await one.page.reload();
    await expect.poll(() => composer(one).inputValue()).toBe('请您先更新');
  });

  it('sends a line again under the same id, and says it once', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await composer(one).fill('只说一次');
    // It arrives, but its answer does not.
    await one.page.route('**/messages', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await one.page.route('**/api/console/talks/*', (route) => route.abort());
    await one.page.keyboard.press('Control+Enter');
    await one.page.getByText('未送达：网络不通').waitFor();
    await one.page.unroute('**/messages');
    await one.page.unroute('**/api/console/talks/*');
    await one.page.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => one.page.locator('.turn-pending').count()).toBe(0);
    expect((await person.lines()).filter((line) => line === '客服 01: 只说一次')).toHaveLength(1);
  });

  it('has the draft of the assistant at hand, for the desk alone', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await composer(one).waitFor();
    await person.say('授权书在哪里下载');
    await one.page.getByRole('region', { name: '机器人草稿' }).waitFor();
    await composer(one).press('Alt+Enter');
    await expect.poll(() => composer(one).inputValue()).not.toBe('');
    expect((await person.lines()).at(-1)).toBe('user: 授权书在哪里下载');
  });

  it('is closed with a code, and comes back within five seconds', async () => {
    const one = await atWork('小周');
    const person = await stage.waiting();
    await itemOf(one, person.talk).press('Enter');
    await one.page.getByRole('button', { name: '结束', exact: true }).click();
    await one.page.getByText('已告知办法').click();
    await expect.poll(() => one.page.locator('.state-title').textContent()).toBe('已结束：已告知办法');
    await one.page.getByRole('button', { name: /撤销/ }).click();
    await composer(one).waitFor();
    await expect
      .poll(() => one.page.locator('.separator b').allTextContents())
      .toEqual(['转人工', '接入', '结束', '接入']);
  });
});

it('finds a ready reply by a slash', async () => {
  const one = await atWork('小周');
  const person = await stage.waiting();
  await itemOf(one, person.talk).press('Enter');
  await composer(one).fill('/第8条');
  await expect.poll(() => one.page.locator('.reply-picker li').count()).toBe(1);
  await one.page.keyboard.press('Enter');
  await expect.poll(() => composer(one).inputValue()).toContain('网站负责人本人');
});

it('shows how to reach the writer of a 留言 once, for a reason', async () => {
  const one = await stage.open();
  await one.signIn('小周');
  const person = await stage.desk.visitor();
  await person.say('转人工');
  await person.call('POST', '/ticket', { text: '请回电', contact: '13800138000' });
  await one.page.getByRole('link', { name: /留言/ }).click();
  await itemOf(one, person.talk).click();
  await expect.poll(() => one.page.locator('.bubble-ticket').textContent()).toBe('请回电');
  await one.page.getByRole('button', { name: '看联系方式' }).click();
  await one.page.getByLabel('为什么要看').fill('回电话');
  await one.page.keyboard.press('Enter');
  await expect.poll(() => one.page.locator('.revealed').textContent()).toBe('13800138000');
  await one.page.locator('.sheet-body').getByRole('button', { name: '关闭' }).click();
  await expect
    .poll(() => one.page.locator('.separator', { hasText: '看了联系方式' }).textContent())
    .toContain('回电话');
  expect(await one.page.getByText('13800138000').count()).toBe(0);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    [1280, 800],
    [390, 844],
  ])('has no serious fault for people with disabilities at %i × %i', async (width, height) => {
    const one = await atWork('小周', { colorScheme, viewport: { width, height } });
    const [person] = [await stage.waiting(), await stage.waiting()];
    await stage.desk.wait(65_000);
    await itemOf(one, person.talk).waitFor();
    expect(await seriousFaults(one.page)).toEqual([]);
    await itemOf(one, person.talk).press('Enter');
    await composer(one).waitFor();
    await person.say('授权书在哪里下载');
    await one.page.getByRole('region', { name: '机器人草稿' }).waitFor();
    await composer(one).fill('您好');
    expect(await seriousFaults(one.page)).toEqual([]);
  });
});

it('shows one pane at a time on a phone', async () => {
  const one = await atWork('小周', { viewport: { width: 390, height: 844 } });
  const person = await stage.waiting();
  await itemOf(one, person.talk).click();
  await one.page.locator('.state-bar').getByRole('button', { name: '接入' }).click();
  await composer(one).waitFor();
  expect(await one.page.locator('.list-pane').isVisible()).toBe(false);
  await one.page.getByRole('link', { name: '个案卡' }).click();
  await expect.poll(() => one.page.locator('.case-card').isVisible()).toBe(true);
  expect(await composer(one).isVisible()).toBe(false);
  expect(await one.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
});
