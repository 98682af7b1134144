import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import { vaultSeal } from '../../src/adapters/vault/seal.ts';
import { agentLinks } from '../../src/adapters/vendor/agent-links.ts';
import { type AtConsole, openPeopleDesk } from '../people/people-desk.ts';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const PASSWORD = 'orange-kettle-7-window';
const BEGUN = Date.parse('2026-03-02T06:00:00.000Z');
const seal = vaultSeal(randomBytes(32));
const PHONE = { viewport: { width: 390, height: 844 } };

let boss: AtConsole;

const stage = consoleStage({
  openDesk: async (trained) => openPeopleDesk(await trained(), undefined, { seal, dingtalk: true }),
});
beforeEach(async () => {
  boss = await stage.desk.agent('周主管', 'supervisor');
});

/** A page of somebody who is signed in. */
async function at(path: string, { name = '周主管', ...options }: ConsoleOptions & { name?: string } = {}) {
  const opened = await stage.open({ ...options, path });
  await opened.signIn(name, 'main.page');
  return opened.page;
}

const toast = (page: Console['page']) => page.locator('.toast');

describe('the people of the desk', () => {
  it('are added with a password that is told once, and works once', async () => {
    const page = await at('/manage');
    await page.getByRole('button', { name: '加一个人' }).click();
    await page.getByLabel('名字').fill('周主管');
    await page.getByRole('button', { name: '加入并显示一次性密码' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('已经有人叫“周主管”了');
    expect(await page.getByLabel('名字').inputValue()).toBe('周主管');

    await page.getByLabel('名字').fill('新来的小何');
    await page.getByRole('radio', { name: /编辑/ }).check();
    await page.getByRole('button', { name: '加入并显示一次性密码' }).click();
    const password = (await page.locator('.copy-text code').textContent()) ?? '';
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    await page.getByRole('button', { name: '已经记下，关闭' }).click();
    const row = page.getByRole('row', { name: /新来的小何/ });
    await expect.poll(() => row.textContent()).toContain('编辑');
    expect(await row.textContent()).toContain('还没换一次性密码');
    expect(await page.content()).not.toContain(password);
    const signedIn = await stage.desk.app.inject({
      method: 'POST',
      url: '/api/console/session',
      payload: { name: '新来的小何', password },
    });
    expect(signedIn.json()).toMatchObject({ agent: { role: 'editor' }, mustChange: true });
  });

  it('are given other roles and disabled, and all of it is taken back by one press', async () => {
    await stage.desk.agent('小林');
    const page = await at('/manage/agents');
    const row = page.getByRole('row', { name: /小林/ });
    const act = async (name: string): Promise<void> => {
      await page.getByRole('button', { name: '对小林的操作' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    const stored = async () =>
      (await boss.call('GET', '/agents')).body.agents.find((one: { name: string }) => one.name === '小林');

    await act('改为编辑');
    await expect.poll(() => toast(page).textContent()).toContain('小林 现在是编辑');
    expect(await stored()).toMatchObject({ role: 'editor' });
    await page.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(async () => (await stored()).role).toBe('agent');

    await act('停用帐号');
    await expect.poll(() => row.textContent()).toContain('帐号已停用');
    await page.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(async () => (await stored()).disabled).toBe(false);
    await expect.poll(() => row.textContent()).toContain('没有接待');
  });

  it('keep their last supervisor, and are told why', async () => {
    const page = await at('/manage/agents');
    await page.getByRole('button', { name: '对周主管的操作' }).click();
    expect(await page.getByRole('menuitem', { name: '重置密码' }).count()).toBe(0);
    await page.getByRole('menuitem', { name: '改为客服' }).click();
    await expect.poll(() => toast(page).textContent()).toBe('这是最后一位可用的主管。请先让另一个人做主管，再来改。');
    expect(await page.getByRole('row', { name: /周主管/ }).textContent()).toContain('主管');
  });

  it('get a new password that is told once', async () => {
    await stage.desk.agent('小林');
    const page = await at('/manage/agents');
    await page.getByRole('button', { name: '对小林的操作' }).click();
    await page.getByRole('menuitem', { name: '重置密码' }).click();
    await page.getByRole('button', { name: '重置并显示新密码' }).click();
    const password = (await page.locator('.copy-text code').textContent()) ?? '';
    const payload = { name: '小林', password };
    const signedIn = await stage.desk.app.inject({ method: 'POST', url: '/api/console/session', payload });
    expect(signedIn.statusCode).toBe(200);
  });
});

describe('the hours', () => {
  it('are said as users are told them while they are changed, and saved with a way back', async () => {
    const page = await at('/manage/hours');
    const said = page.locator('.hours-said');
    await expect.poll(() => said.textContent()).toContain('不说服务时间');
    await page.getByRole('switch', { name: /一直开着/ }).click();
    await expect.poll(() => said.textContent()).toBe('周一至周五 9:00–18:00，法定节假日休息，调休上班日照常');
    await page.getByLabel('周一第 1 段，到').fill('1730');
    await page.getByRole('button', { name: '周二到周五也这样' }).click();
    await page.getByRole('button', { name: '给周六加一段' }).click();
    await page.getByRole('button', { name: '加一天' }).click();
    await expect.poll(() => page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await page.getByLabel('日期').fill('2026-03-05');
    const words = '周一至周五 9:00–17:30，周六 9:00–18:00，法定节假日休息，调休上班日同周一至周五';
    // The server's clock stands in March: what is near is said only there.
    await expect.poll(() => said.textContent()).toContain(words);

    await page.reload();
    await expect.poll(() => said.textContent()).toContain(words);
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => toast(page).textContent()).toContain('服务时间已改');
    const { hours } = (await boss.call('GET', '/hours')).body;
    expect(hours.weekly['6']).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(hours.weekly['3']).toEqual([{ from: '09:00', to: '17:30' }]);
    expect(hours).toMatchObject({ holidays: true, exceptions: [{ date: '2026-03-05', ranges: [] }] });
    await page.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(async () => (await boss.call('GET', '/hours')).body.hours).toBe(null);
  });

  it('keep what was typed when the server cannot be reached', async () => {
    const page = await at('/manage/hours');
    await page.getByRole('switch', { name: /一直开着/ }).click();
    await page.getByLabel('周五第 1 段，从').fill('10');
    await page.route('**/api/console/hours', (route) => route.abort());
    await page.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => page.locator('.save-bar').textContent()).toContain('网络不通');
    await page.unroute('**/api/console/hours');
    await page.reload();
    await expect.poll(() => page.getByLabel('周五第 1 段，从').inputValue()).toBe('10:00');
    await page.getByLabel('周五第 1 段，到').fill('9点');
    await expect.poll(() => page.locator('.range-note').allTextContents()).toContain('到次日');
    await page.getByLabel('周五第 1 段，到').fill('25:00');
    await expect.poll(() => page.locator('.ranges .form-problem').textContent()).toBe('请把开始和结束时间都写上。');
    expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  });
});

describe('the log', () => {
  it('tells what was done in sentences, narrows, and reads on', async () => {
    const agent = await stage.desk.agent('小林');
    const person = await stage.desk.visitor();
    await person.say('人脸核验一直过不去');
    await person.say('转人工');
    await agent.available();
    await agent.call('POST', `/talks/${person.talk}/claim`);
    await agent.call('POST', `/talks/${person.talk}/close`, { code: 'advised' });
    const page = await at('/manage/audit');
    const rows = page.locator('.audit li');
    const visitor = `访客 ${person.talk.slice(-4)}`;
    await expect.poll(() => rows.allTextContents().then((all) => all.join('\n'))).toContain('结束了对话：已告知办法');
    expect((await rows.allTextContents()).map((text) => text.replace(/^\d\d:\d\d/, ''))).toEqual(
      expect.arrayContaining([
        `小林（客服 02）结束了对话：已告知办法 ${visitor}`,
        `小林（客服 02）接待了对话 ${visitor}`,
        expect.stringContaining('加了 小林（客服 02），角色是客服'),
      ]),
    );

    await page.getByLabel('什么事').selectOption('transition');
    await page.getByLabel('谁做的').selectOption({ label: '客服 02 小林' });
    await expect.poll(() => rows.count()).toBe(2);
    await page.getByRole('link', { name: visitor }).first().click();
    await expect.poll(() => page.locator('.talk-title h2').textContent()).toBe(visitor);
  });

  it('shows what people did themselves, and leads to no conversation that is erased', async () => {
    const [kept, gone] = [await stage.desk.visitor(), await stage.desk.visitor()];
    for (const one of [kept, gone]) await one.call('PATCH', '/case', { province: '广东' });
    for (const { talk } of [kept, gone]) await stage.desk.store.tookData(talk, new Date(BEGUN).toISOString());
    await gone.call('DELETE', '');
    const page = await at('/manage/audit');
    const rows = page.locator('.audit li');
    await page.getByLabel('谁做的').selectOption({ label: '用户自己' });
    await expect
      .poll(() => rows.allTextContents().then((all) => all.map((text) => text.replace(/^\S*?用户/, ''))))
      .toEqual([
        `删除了自己的数据 访客 ${gone.talk.slice(-4)}（已删除）`,
        `下载了自己的数据 访客 ${gone.talk.slice(-4)}（已删除）`,
        `下载了自己的数据 访客 ${kept.talk.slice(-4)}`,
      ]);
    expect(await rows.getByRole('link').count()).toBe(1);
  });

  it('is read further back page by page', async () => {
    for (let nth = 0; nth < 70; nth += 1) {
      await stage.desk.store.audit.add({ at: new Date(BEGUN).toISOString(), who: boss.id, what: 'export' });
    }
    const page = await at('/manage/audit');
    const rows = page.locator('.audit li');
    await expect.poll(() => rows.count()).toBe(50);
    await page.getByRole('button', { name: '看更早的' }).click();
    await expect.poll(() => rows.count()).toBe(73);
    expect(await page.getByRole('button', { name: '看更早的' }).count()).toBe(0);
  });
});

describe('the own account', () => {
  it('gets another password, and keeps what was typed when that is refused', async () => {
    await stage.desk.agent('编辑小王', 'editor');
    const page = await at('/account', { name: '编辑小王' });
    const form = page.getByRole('region', { name: '密码' });
    await form.getByLabel('现在的密码').fill('not-this-one-at-all');
    await form.getByLabel('新密码', { exact: true }).fill('kettle-orange-9-roof');
    await form.getByLabel('再输一次新密码').fill('kettle-orange-9-roof');
    await form.getByRole('button', { name: '换密码' }).click();
    await expect.poll(() => form.getByRole('alert').textContent()).toBe('现在的密码不对，请再输一次。');
    expect(await form.getByLabel('新密码', { exact: true }).inputValue()).toBe('kettle-orange-9-roof');
    await form.getByLabel('现在的密码').fill(PASSWORD);
    await form.getByRole('button', { name: '换密码' }).click();
    await expect.poll(() => toast(page).textContent()).toContain('密码已换');
    expect(await form.getByLabel('现在的密码').inputValue()).toBe('');
    const payload = { name: '编辑小王', password: 'kettle-orange-9-roof' };
    const signedIn = await stage.desk.app.inject({ method: 'POST', url: '/api/console/session', payload });
    expect(signedIn.statusCode).toBe(200);
  });

  it('is reached from the own name, turns codes on by a first one, and off by the password', async () => {
    await stage.desk.agent('小林');
    const page = await at('/account', { name: '小林' });
    await page.goto(page.url().replace('/account', ''));
    await page.getByRole('button', { name: /小林/ }).click();
    await page.getByRole('menuitem', { name: '我的帐号' }).click();
    const section = page.getByRole('region', { name: '动态码' });
    await section.getByRole('button', { name: '开始设置' }).click();
    await section.getByRole('img', { name: '验证器 APP 用的二维码' }).waitFor();
    const secret = ((await section.locator('code').textContent()) ?? '').replaceAll(' ', '');
    await section.getByLabel('输入 APP 上现在的 6 位数字').fill('000000');
    await section.getByRole('button', { name: '确认开启' }).click();
    await expect.poll(() => section.getByRole('alert').last().textContent()).toContain('动态码不对');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: BEGUN });
    await section.getByLabel('输入 APP 上现在的 6 位数字').fill(code);
    await section.getByRole('button', { name: '确认开启' }).click();
    await expect.poll(() => section.textContent()).toContain('已开启');
    await section.getByLabel('换手机或不再用：输入密码关闭').fill(PASSWORD);
    await section.getByRole('button', { name: '关闭动态码' }).click();
    await expect.poll(() => section.textContent()).toContain('没有开启');
  });

  it('is linked with DingTalk by a code that is sent from there, and unlinked', async () => {
    await stage.desk.agent('小林');
    const page = await at('/account', { name: '小林' });
    const section = page.getByRole('region', { name: '钉钉' });
    await expect.poll(() => section.textContent()).toContain('没有绑定');
    await section.getByRole('button', { name: '取绑定码' }).click();
    const code = /^绑定 (\d{6})$/.exec((await section.locator('code').textContent()) ?? '')?.[1] ?? '';
    expect(await section.textContent()).toContain('14:10 之前有效，只能用一次');
    const links = agentLinks('dingtalk', { vendor: stage.desk.store.vendor, seal, clock: () => new Date(BEGUN) });
    expect((await links.redeem('u9', code)).is).toBe('linked');
    await expect.poll(() => section.locator('.chip').textContent(), { timeout: 20_000 }).toBe('已绑定');
    expect(await section.locator('code').count()).toBe(0);
    await section.getByRole('button', { name: '解除绑定' }).click();
    await expect.poll(() => section.locator('.chip').textContent()).toBe('没有绑定');
    expect(await links.agentOf('u9')).toBeUndefined();
  });
});

describe.each([
  ['wide', {}],
  ['a phone', PHONE],
])('on %s', (_name, size) => {
  it('has no serious faults of accessibility and no sideways scrolling', async () => {
    await stage.desk.agent('小林');
    await boss.call('PUT', '/hours', {
      hours: {
        weekly: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '13:30', to: '02:00' },
          ],
        },
        holidays: true,
        exceptions: [{ date: '2026-03-05', ranges: [] }],
      },
    });
    const page = await at('/manage', size);
    for (const [path, ready] of [
      ['/manage/agents', '.rows'],
      ['/manage/hours', '.week'],
      ['/manage/audit', '.audit'],
      ['/account', '.account-section'],
    ]) {
      await page.goto(page.url().replace(/\/console.*/, `/console${path}`));
      await page
        .locator(ready ?? '')
        .first()
        .waitFor();
      expect([path, await seriousFaults(page)]).toEqual([path, []]);
      const width = page.viewportSize()?.width;
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
  });
});

it('leaves the pages of supervisors to supervisors', async () => {
  await stage.desk.agent('小林');
  const page = await at('/account', { name: '小林' });
  expect(await page.getByRole('link', { name: '管理' }).count()).toBe(0);
  await page.goto(page.url().replace('/account', '/manage'));
  await page.locator('.list-pane').waitFor();
});
