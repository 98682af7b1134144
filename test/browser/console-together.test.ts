import { expect, it } from 'vitest';
import type { SqlStore } from '../../src/adapters/store/sql-store.ts';
import { sqliteStore } from '../../src/adapters/store/sqlite.ts';
import { openPeopleDesk } from '../people/people-desk.ts';
import type { Console } from './console.ts';
import { consoleStage } from './console-stage.ts';

/** Two agents and three people at once. */
const BEGUN = Date.parse('2026-03-02T06:00:00.000Z');

/** Whoever stores a turn waits for it. */
let gate: Promise<void> | undefined;

const stage = consoleStage({
  async openDesk(trained) {
    gate = undefined;
    return openPeopleDesk(await trained(), gatedStore);
  },
});

async function gatedStore(): Promise<SqlStore> {
  const store = await sqliteStore(':memory:');
  return {
    ...store,
    async commit(commit) {
      await gate;
      return store.commit(commit);
    },
  };
}

async function atWork(name: string): Promise<Console> {
  await (await stage.desk.agent(name)).available();
  const opened = await stage.open();
  await opened.signIn(name);
  return opened;
}

/** When a console was last heard of, in the time of the desk. */
async function seenAt(agent: string): Promise<number> {
  const one = (await stage.desk.store.presences()).find((present) => present.agent === agent);
  return Date.parse(one?.seenAt ?? '');
}

const itemOf = ({ page }: Console, talk: string) => page.locator(`.list-rows a.item[data-talk="${talk}"]`);
const composer = ({ page }: Console) => page.locator('.composer textarea');
/** The conversations under a heading, from the top. */
const listed = ({ page }: Console, heading: string) =>
  page.evaluate<string[]>(`(() => {
    const rows = [...document.querySelectorAll('.list-rows li')];
    const from = rows.findIndex((row) => row.querySelector('h2')?.textContent.startsWith(${JSON.stringify(heading)}));
    const rest = rows.slice(from + 1);
    const to = rest.findIndex((row) => row.querySelector('h2'));
    return rest.slice(0, to < 0 ? rest.length : to).flatMap((row) => row.querySelector('a.item')?.dataset.talk ?? []);
  })()`);

it('two who take the same three at the same moment share them: each is one’s, and the other sees whose', async () => {
  const [one, two] = [await atWork('小周'), await atWork('小林')];
  const people = [await stage.waiting(), await stage.waiting(), await stage.waiting()];
  for (const { talk, name } of people) {
    await Promise.all([one, two].map((at) => itemOf(at, talk).focus()));
    await Promise.all([one, two].map((at) => at.page.keyboard.press('Enter')));
    const winner = async () => (await stage.desk.store.byId(talk))?.case.owner;
    await expect.poll(winner).not.toBeNull();
    const [mine, other] = (await winner()) === 'agent-小周' ? [one, two] : [two, one];
    const who = mine === one ? '由客服 01 小周接待' : '由客服 02 小林接待';
    await composer(mine).waitFor();
    await expect.poll(() => listed(mine, '我的对话')).toContain(talk);
    await expect.poll(() => listed(other, '同事的对话')).toContain(talk);
    expect(await listed(other, '我的对话')).not.toContain(talk);
    await itemOf(other, talk).click();
    await expect.poll(() => other.page.locator('.talk-title h2').textContent()).toBe(name);
    await expect.poll(() => other.page.locator('.state-title').textContent()).toBe(who);
  }
  // Nobody is taken twice: one joining each.
  for (const { lines } of people) {
    expect((await lines()).filter((said) => said.includes('已接入'))).toHaveLength(1);
  }
});

it('takes over while the assistant computes: what it would have said is a draft for the desk alone', async () => {
  const one = await atWork('小周');
  const person = await stage.waiting();
  await itemOf(one, person.talk).click();
  let open = (): void => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  await person.call('POST', '/read', { seq: 1 });
  const before = (await person.lines()).length;
  const answered = person.say('授权书在哪里下载');
  await one.page.locator('.state-bar').getByRole('button', { name: '接入' }).click();
  await composer(one).waitFor();
  open();
  await answered;
  await one.page.getByRole('region', { name: '机器人草稿' }).waitFor();
  const said = (await person.lines()).slice(before);
  expect(said.filter((text) => text.startsWith('bot:'))).toEqual([]);
  expect(said).toContain('user: 授权书在哪里下载');
});

it('the conversations of one whose browser is gone come back before all who wait', async () => {
  const [one, two] = [await atWork('小周'), await atWork('小林')];
  const lost = await stage.waiting();
  await itemOf(one, lost.talk).press('Enter');
  await composer(one).waitFor();
  await lost.say('还在吗');
  const first = await stage.waiting();
  await stage.desk.wait(1_000);
  const later = [first, await stage.waiting()];
  await expect.poll(() => listed(two, '排队')).toEqual(later.map(({ talk }) => talk));
  await one.page.context().close();
  for (const passed of [31_000, 62_000, 93_000]) {
    await stage.desk.wait(31_000);
    // The browser of the other one lives: it is heard of at the new time.
    await expect.poll(() => seenAt('agent-小林')).toBeGreaterThanOrEqual(BEGUN + passed);
  }
  await expect.poll(() => listed(two, '排队')).toEqual([lost.talk, ...later.map(({ talk }) => talk)]);
  await itemOf(two, lost.talk).press('Enter');
  await expect
    .poll(() => two.page.locator('.separator', { hasText: '客服离开，回到队伍' }).textContent())
    .toContain('小周');
});

it('goes on after the network was cut: nothing is lost, and nothing said twice', async () => {
  const one = await atWork('小周');
  const person = await stage.waiting();
  await itemOf(one, person.talk).press('Enter');
  await composer(one).waitFor();
  await one.page.context().setOffline(true);
  await composer(one).fill('请先更新');
  await composer(one).press('Control+Enter');
  await one.page.getByText('未送达：网络不通').waitFor();
  await person.say('已经更新了');
  await person.say('还是不行');
  await one.page.context().setOffline(false);
  await expect.poll(() => one.page.locator('.turn-user .bubble').last().textContent()).toBe('还是不行');
  await one.page.getByRole('button', { name: '重试' }).click();
  await expect.poll(() => one.page.locator('.turn-pending').count()).toBe(0);
  expect((await person.lines()).slice(-3)).toEqual(['user: 已经更新了', 'user: 还是不行', '客服 01: 请先更新']);
  const shown = await one.page.locator('.turn-user .bubble, .turn-agent .bubble').allTextContents();
  expect(shown.slice(-3)).toEqual(['已经更新了', '还是不行', '请先更新']);
});

it('out of hours takes a 留言, which whoever comes first answers', async () => {
  const boss = await stage.desk.agent('主管', 'supervisor');
  const one = await atWork('小周');
  // It is Monday, 14:00.
  const hours = { weekly: { 1: [{ from: '09:00', to: '12:00' }] }, holidays: false, exceptions: [] };
  expect((await boss.call('PUT', '/hours', { hours })).status).toBe(200);
  const person = await stage.desk.visitor();
  await person.say('转人工');
  expect((await person.lines()).join('\n')).toContain('留言');
  await person.call('POST', '/ticket', { text: '请回电', contact: '13800138000' });
  await expect.poll(() => listed(one, '排队')).toEqual([]);
  await one.page.getByRole('link', { name: /留言/ }).click();
  await itemOf(one, person.talk).click();
  await one.page.getByRole('button', { name: '接入并回答' }).click();
  await composer(one).fill('已经给您办好了');
  await composer(one).press('Control+Enter');
  await expect.poll(async () => (await person.lines()).at(-1)).toBe('客服 02: 已经给您办好了');
  await expect.poll(() => one.page.getByText('已回答').count()).toBeGreaterThan(0);
});

it('is shown with who has it to whoever came second', async () => {
  const [one, two] = [await atWork('小周'), await atWork('小林')];
  const person = await stage.waiting();
  await itemOf(two, person.talk).click();
  // No event tells the second one in time.
  await two.page.route('**/api/console/events', (route) => route.abort());
  await two.page.reload();
  const claim = two.page.locator('.state-bar').getByRole('button', { name: '接入' });
  await claim.waitFor();
  await itemOf(one, person.talk).press('Enter');
  await composer(one).waitFor();
  await claim.click();
  await expect.poll(() => two.page.locator('.toast').textContent()).toBe('这个对话现在由小周（客服 01）接待。');
  await expect.poll(() => two.page.locator('.state-title').textContent()).toBe('由客服 01 小周接待');
  await two.page.unroute('**/api/console/events');
  await two.page.reload();
  await expect.poll(() => two.page.locator('.state-bar').textContent()).toContain('由客服 01 小周接待');
});

it('goes to a colleague, for whom it rings', async () => {
  const [one, two] = [await atWork('小周'), await atWork('小林')];
  const person = await stage.waiting();
  await itemOf(one, person.talk).press('Enter');
  await one.page.getByRole('button', { name: '转接' }).click();
  await one.page.getByRole('button', { name: '客服 02 小林' }).click();
  await expect.poll(() => two.page.locator('.item-row.rings').count()).toBe(1);
  await two.page.locator('.item-row.rings').getByRole('button', { name: '接入' }).click();
  await composer(two).waitFor();
  await expect.poll(() => one.page.locator('.state-title').textContent()).toBe('由客服 02 小林接待');
});
