import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { learnContent } from '../../src/house.ts';
import { NO_OVERLAY } from '../../src/knowledge/overlay.ts';
import { type AtConsole, openPeopleDesk, type PeopleDesk } from '../people/people-desk.ts';
import { cacheDir } from '../trained.ts';
import { type Console, seriousFaults } from './console.ts';
import { type ConsoleOptions, consoleStage } from './console-stage.ts';

const PHONE = { viewport: { width: 390, height: 844 } };
/** Learning the content once more, on a slow machine. */
const LEARNT = { timeout: 240_000, interval: 500 };

let editor: AtConsole;
const dataDir = mkdtempSync(join(tmpdir(), 'beian-content-'));

const stage = consoleStage({ openDesk });
beforeAll(() => {
  // The shipped content with a short set of questions to be measured by, and no guards that a short set could not keep.
  cpSync('data', dataDir, { recursive: true });
  for (const name of ['dev_faq', 'dev_ood']) {
    const lines = readFileSync(join(dataDir, 'eval', `${name}.jsonl`), 'utf8').split('\n');
    writeFileSync(join(dataDir, 'eval', `${name}.jsonl`), lines.slice(0, 12).join('\n'));
  }
  const guard = { set: 'dev', right: 0, helped: 0, wrong: 1, answered: 1, clarified: 1 };
  writeFileSync(join(dataDir, 'eval', 'guards.json'), JSON.stringify({ note: '', sets: [guard], noise: 1 }));
});
afterAll(() => rmSync(dataDir, { recursive: true }));
beforeEach(async () => {
  editor = await stage.desk.agent('编辑小王', 'editor');
});

/** With knowledge of its own: what one test publishes is not there in the next. */
async function openDesk(): Promise<PeopleDesk> {
  const opened: { desk?: PeopleDesk } = {};
  const overlay = () => opened.desk?.content.overlay() ?? NO_OVERLAY;
  const knowledge = await learnContent({ dataDir: cacheDir, embeddings: undefined }, () => {}, { dataDir, overlay });
  const desk = await openPeopleDesk(knowledge, undefined, { dataDir });
  opened.desk = desk;
  return {
    ...desk,
    async close() {
      await desk.close();
      await knowledge.close();
    },
  };
}

async function at(path: string, options: ConsoleOptions = {}): Promise<Console['page']> {
  const opened = await stage.open({ ...options, path });
  await opened.signIn('编辑小王', 'main.page');
  return opened.page;
}

const toast = (page: Console['page']) => page.locator('.toast');

/** Somebody asks what no entry answers. */
async function unanswered(text: string): Promise<void> {
  const person = await stage.desk.visitor();
  const { body } = await person.say(text);
  expect(body.outcome.kind).toBe('not-covered');
}

const QUESTION = '怎么把备案的短信验证码发给同事';

describe('a gap', () => {
  it('becomes a question of an entry: tried, published, and taken back', { timeout: 900_000 }, async () => {
    await unanswered(QUESTION);
    const page = await at('/knowledge');
    await page.getByRole('link', { name: QUESTION }).click();
    const field = page.getByLabel('第 1 句', { exact: true });
    await expect.poll(() => field.inputValue()).toBe(QUESTION);
    expect(await page.getByRole('button', { name: '试一试' }).isDisabled()).toBe(true);
    await page.getByLabel('归到').fill('异地');
    await page.getByTitle(/^第11条/).click();
    await page.getByRole('button', { name: '试一试' }).click();
    await page.locator('.trial-progress').waitFor();

    // A reload finds the trial where it was.
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe(QUESTION);
    await expect.poll(() => page.locator('.verdict').textContent(), LEARNT).toContain('可以发布');
    expect(await page.locator('.wanted li').textContent()).toContain('如所愿');
    expect(await page.locator('.wanted li').textContent()).toContain('回答第11条');
    const main = page.getByRole('row', { name: /全部题判断正确/ });
    expect(await main.textContent()).toMatch(/\d%.*\d%(不变|.*在波动之内)/);
    expect(await seriousFaults(page)).toEqual([]);

    // What is changed after a trial has to be tried again.
    await field.fill(`${QUESTION}呢`);
    await expect.poll(() => page.getByRole('button', { name: '发布' }).count()).toBe(0);
    expect(await page.locator('.notice-line').textContent()).toContain('请再试一次');
    await field.fill(QUESTION);
    await page.getByLabel('备注').fill('三月的缺口');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await expect.poll(() => toast(page).textContent(), LEARNT).toContain('已发布');
    const own = async () => {
      const { entries } = (await editor.call('GET', '/content/entries')).body;
      const { questions } = entries.find((entry: { number: number }) => entry.number === 11);
      return questions.filter((one: { own: boolean }) => one.own).map((one: { text: string }) => one.text);
    };
    await expect.poll(own, LEARNT).toEqual([QUESTION]);
    await page.getByText('现在已经答得上的 1 组').waitFor({ timeout: LEARNT.timeout });

    await page.getByRole('link', { name: '改动记录' }).click();
    const revision = page.locator('.revision').first();
    await expect.poll(() => revision.textContent()).toContain('备注：三月的缺口');
    expect(await revision.locator('.difference').textContent()).toBe(`现在${QUESTION}`);
    await revision.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(own, LEARNT).toEqual([]);
    await expect.poll(() => page.locator('.revision').count()).toBe(2);
    expect(await page.locator('.revision').last().textContent()).toContain('已撤销');
  });

  it('is dismissed, and comes back by one press', async () => {
    await unanswered(QUESTION);
    const page = await at('/knowledge/gaps');
    await page.getByRole('link', { name: QUESTION }).click();
    await page.getByRole('button', { name: '忽略这组' }).click();
    await expect.poll(() => page.locator('.gap-item').count()).toBe(0);
    await page.getByRole('button', { name: /撤销/ }).click();
    await page.getByRole('link', { name: QUESTION }).waitFor();
  });

  it('keeps what was worded when a trial cannot begin', async () => {
    await unanswered(QUESTION);
    const page = await at('/knowledge/gaps');
    await page.getByRole('link', { name: QUESTION }).click();
    await page.getByLabel('第 1 句', { exact: true }).fill('短信验证码转给同事行吗');
    await page.getByRole('button', { name: '再写一句' }).click();
    await page.getByLabel('第 2 句', { exact: true }).fill('验证码能转发吗');
    await page.getByLabel('归到').fill('异地');
    await page.getByTitle(/^第11条/).click();
    await page.route('**/api/console/content/trials', (route) => route.abort());
    await page.getByRole('button', { name: '试一试' }).click();
    await page.getByText('网络不通').waitFor();
    await page.getByRole('link', { name: '条目', exact: true }).click();
    await page.goBack();
    await expect.poll(() => page.getByLabel('第 1 句', { exact: true }).inputValue()).toBe('短信验证码转给同事行吗');
    expect(await page.getByLabel('第 2 句', { exact: true }).inputValue()).toBe('验证码能转发吗');
    await page.getByRole('button', { name: '放弃修改' }).click();
    await page.getByRole('link', { name: QUESTION }).click();
    await expect.poll(() => page.getByLabel('第 1 句', { exact: true }).inputValue()).toBe(QUESTION);
  });
});

describe('an entry', () => {
  it('shows its text, the fault of its source, and how users see it', async () => {
    const page = await at('/knowledge/entries');
    await page.getByLabel('找条目').fill('工商');
    await page.getByRole('link', { name: /主办单位负责人姓名与工商信息库/ }).click();
    await expect.poll(() => page.locator('.defects').textContent()).toContain('湖南、天津、湖北、河南');
    expect(await page.locator('.defects').textContent()).toContain('湖北写了两遍');
    const bubble = page.locator('.entry-preview .chat-bubble').first();
    await expect.poll(() => bubble.locator('.chat-source').textContent()).toContain('第9条');
    expect(await bubble.locator('.chat-text').textContent()).toContain('各地区管局备案规则');
  });

  it('is marked as reviewed, which the to-do list forgets and one press takes back', async () => {
    const page = await at('/knowledge/entries/5');
    const facts = page.locator('.facts').first();
    await expect.poll(() => facts.textContent()).toContain('还没有核对过');
    await page.getByRole('button', { name: '标为已核对' }).click();
    await expect.poll(() => facts.textContent()).toContain('2026-03-02，编辑小王');
    await page.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(() => facts.textContent()).toContain('还没有核对过');
  });
});

describe('rules and links', () => {
  it('take web addresses alone, and show them in the list of changes', async () => {
    const page = await at('/knowledge/rules');
    const panel = page.getByRole('region', { name: '链接' });
    await panel.getByLabel('资料下载').fill('javascript:alert(1)');
    await expect.poll(() => panel.getByRole('alert').first().textContent()).toContain('http:// 或 https://');
    expect(await panel.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await panel.getByLabel('资料下载').fill('https://beian.example.com/download');
    await page.reload();
    await expect.poll(() => panel.getByLabel('资料下载').inputValue()).toBe('https://beian.example.com/download');
    await panel.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => toast(page).textContent()).toContain('链接已保存');
    await page.getByRole('link', { name: '改动记录' }).click();
    await expect
      .poll(() => page.locator('.difference').first().textContent())
      .toContain('现在资料下载：https://beian.example.com/download');
  });

  it('tell the newest APP with its date and source', async () => {
    const page = await at('/knowledge/rules');
    const panel = page.getByRole('region', { name: '阿里云 APP 的最新版本' });
    await panel.getByRole('button', { name: '填写安卓的版本' }).click();
    await panel.getByLabel('版本', { exact: true }).fill('6.x');
    await expect.poll(() => panel.getByRole('alert').first().textContent()).toBe('写成 6.13.0 这样');
    await panel.getByLabel('版本', { exact: true }).fill('6.13.0');
    await panel.getByLabel('查到的日期').fill('2026-03-01');
    await panel.getByLabel('在哪里查到的').fill('应用商店页面');
    await panel.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => toast(page).textContent()).toContain('APP 版本已保存');
    const { releases } = (await editor.call('GET', '/content/rules')).body;
    expect(releases.android).toEqual({ version: '6.13.0', date: '2026-03-01', source: '应用商店页面' });
  });

  it('explain the doubled province, and keep other dated sources beside the list', async () => {
    const page = await at('/knowledge/rules');
    const panel = page.getByRole('region', { name: '省份规则' });
    await expect.poll(() => panel.locator('.provinces li').count()).toBe(18);
    expect(await panel.locator('.defects').textContent()).toContain('湖北');
    await panel.getByRole('button', { name: '加一个来源' }).click();
    await page.getByRole('checkbox', { name: '江苏' }).check();
    await page.getByLabel('来源的名称').fill('江苏省通信管理局备案规则');
    await page.getByLabel('来源的日期').fill('2025-06-01');
    await page.getByLabel('原句，照抄').fill('主体负责人应为法定代表人。');
    // Closing loses nothing.
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: '加一个来源' }).click();
    expect(await page.getByLabel('原句，照抄').inputValue()).toBe('主体负责人应为法定代表人。');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect.poll(() => panel.locator('.others').textContent()).toContain('江苏 须为法定代表人');
    const { provinces } = (await editor.call('GET', '/content/rules')).body;
    expect(provinces.others).toHaveLength(1);
    await panel.locator('.others').getByRole('button', { name: '去掉' }).click();
    await expect.poll(() => panel.locator('.others li').count()).toBe(0);
    await page.getByRole('button', { name: /撤销/ }).click();
    await expect.poll(() => panel.locator('.others li').count()).toBe(1);
  });
});

it('adds, changes and deletes a canned reply, and takes a deletion back', async () => {
  const page = await at('/knowledge/canned');
  const panel = page.getByRole('region', { name: '团队的快捷回复' });
  await panel.getByRole('button', { name: '加一条' }).click();
  await page.getByLabel('快捷词').fill('重 拍');
  await expect.poll(() => page.getByRole('dialog').getByRole('alert').first().textContent()).toContain('只能有字');
  await page.getByLabel('快捷词').fill('重拍');
  await page.getByLabel('内容').fill('请在**光线均匀**的地方重拍。');
  await expect.poll(() => page.locator('.chat-text strong').textContent()).toBe('光线均匀');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => panel.locator('.canned').textContent()).toContain('/重拍');
  await panel.getByRole('button', { name: '修改“重拍”' }).click();
  await page.getByLabel('内容').fill('请重拍一张。');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(() => panel.locator('.canned').textContent()).toContain('请重拍一张。');
  await panel.getByRole('button', { name: '删除“重拍”' }).click();
  await expect.poll(() => panel.locator('.canned li').count()).toBe(0);
  await page.getByRole('button', { name: /撤销/ }).click();
  await expect.poll(() => panel.locator('.canned').textContent()).toContain('请重拍一张。');
  await page.getByText(/^第8条/).click();
  await expect.poll(() => page.locator('.chat-source').textContent()).toContain('第8条');
});

describe.each([
  ['wide', {}],
  ['a phone', PHONE],
])('on %s', (_name, size) => {
  it('has no serious faults of accessibility and no sideways scrolling', async () => {
    await unanswered(QUESTION);
    await editor.call('PUT', '/content/links', { links: [{ name: '授权书', url: 'https://beian.example.com/a' }] });
    const page = await at('/knowledge', size);
    for (const [path = '', ready = ''] of [
      ['/knowledge/gaps', '.gap-item'],
      ['/knowledge/entries/9', '.entry-preview .chat-source'],
      ['/knowledge/rules', '.provinces'],
      ['/knowledge/canned', 'summary'],
      ['/knowledge/revisions', '.revision'],
    ]) {
      await page.goto(page.url().replace(/\/console.*/, `/console${path}`));
      await page.locator(ready).first().waitFor();
      expect([path, await seriousFaults(page)]).toEqual([path, []]);
      const width = page.viewportSize()?.width;
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
    await page.goto(page.url().replace(/\/console.*/, '/console/knowledge/gaps'));
    await page.locator('.gap-item').click();
    await page.getByLabel('第 1 句', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});
