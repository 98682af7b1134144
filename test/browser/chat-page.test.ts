import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { outcome } from '../../src/bot/message.ts';
import { textsIn } from '../unzipped.ts';
import { ask, conversation, field, say, talkIn } from './chat.ts';
import { chatStage } from './chat-stage.ts';

const stage = chatStage();

it('says which browser will do where the widget does not run', async () => {
  const { page, desk } = await stage.open();
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: false });
  try {
    const bare = await context?.newPage();
    await bare?.goto(desk.url);
    await bare?.getByText('请换用新版的 Chrome、Edge 或 Safari').waitFor();
  } finally {
    await context?.close();
  }
});

it('greets with topics and opens a talk only when something is said', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  await page.getByText('请选一个主题').waitFor();
  expect(await page.evaluate('localStorage.length')).toBe(0);

  const topic = page.getByRole('button', { name: '扫码进不去上传页面', exact: true });
  await topic.click();
  expect(await conversation(page, 2)).toEqual(['我：扫码进不去上传页面', '备案助手：收到：扫码进不去上传页面']);
  expect([await topic.isDisabled(), await topic.getAttribute('aria-pressed')]).toEqual([true, 'true']);
  expect(desk.asked).toEqual(['扫码进不去上传页面']);
  expect(await page.locator('.sent').textContent()).toBe('已送达');
});

it('shows what an answer rests on, its list and its links, and takes a judgement', async () => {
  const chat = await stage.open({
    answer: () => ({
      replies: [
        {
          text: '**处理方法**\n\n1. 点**我的 > 设置**\n2. 看[规则](https://example.com/rule)\n\n- 一\n- 二',
          sources: [{ entry: 1, title: 'FAQ 第1条：扫码', date: '2023-03-24' }],
        },
      ],
      outcome: outcome('answer', { entry: 1 }),
    }),
  });
  const { page } = chat;
  await say(page, '扫码');
  await conversation(page, 2);
  const answer = page.locator('.line-bot .bubble').filter({ hasText: '处理方法' });
  expect(await answer.locator('ol > li label > span:last-child').allTextContents()).toEqual([
    '点我的 > 设置',
    '看规则',
  ]);
  expect(await answer.locator('.text ul > li').allTextContents()).toEqual(['一', '二']);
  expect(await answer.locator('strong').allTextContents()).toEqual(['处理方法', '我的 > 设置']);
  const link = answer.getByRole('link', { name: '规则' });
  expect(await link.evaluate((a) => [a.href, a.target, a.rel])).toEqual([
    'https://example.com/rule',
    '_blank',
    'noopener noreferrer nofollow',
  ]);
  expect(await answer.locator('.source').textContent()).toBe('依据：FAQ 第1条：扫码\u00a0· 2023-03-24');

  const yes = page.getByRole('button', { name: '有帮助' });
  const judged = page.waitForResponse('**/feedback');
  await yes.click();
  expect((await judged).status()).toBe(200);
  expect(await yes.getAttribute('aria-pressed')).toBe('true');
});

it('uses up the buttons of a question, whether one is pressed or its words are typed', async () => {
  const chat = await stage.open({
    answer: ({ text }) => ({ replies: [{ text: `${text}？`, choices: ['安卓', 'iPhone'] }], outcome: outcome('ask') }),
  });
  const { page } = chat;
  await say(page, '版本');
  await page.getByRole('button', { name: 'iPhone' }).click();
  await conversation(page, 4);
  await say(page, '安卓');
  await conversation(page, 6);
  const groups = await page
    .locator('.line-bot .picks')
    .evaluateAll((all) =>
      all.map((group) =>
        [...group.querySelectorAll('button')].map((one) => [one.textContent, one.disabled, one.ariaPressed]),
      ),
    );
  expect(groups).toEqual([
    [
      ['安卓', true, null],
      ['iPhone', true, 'true'],
    ],
    [
      ['安卓', true, 'true'],
      ['iPhone', true, null],
    ],
    [
      ['安卓', false, null],
      ['iPhone', false, null],
    ],
  ]);
});

it('goes on after a reload', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await say(page, '我的号码是 11010519491231002X');
  await conversation(page, 2);
  await page.reload();
  expect(await conversation(page, 2)).toEqual([
    '我：我的号码是 110105********002X',
    '备案助手：收到：我的号码是 11010519491231002X',
  ]);
  await say(page, '还在吗');
  expect((await conversation(page, 4)).slice(2)).toEqual(['我：还在吗', '备案助手：收到：还在吗']);
});

it('keeps two tabs in step, each line once', async () => {
  const chat = await stage.open();
  const { page, tab } = chat;
  await say(page, '一');
  await conversation(page, 2);
  const other = await tab();
  await conversation(other, 2);
  await say(other, '二');
  await conversation(page, 4);
  await say(page, '我的电话 138 0000 1111');
  const expected = ['我：一', '备案助手：收到：一', '我：二', '备案助手：收到：二'];
  expect(await conversation(page, 6)).toEqual([
    ...expected,
    '我：我的电话 138 0000 1111',
    '备案助手：收到：我的电话 138 0000 1111',
  ]);
  expect(await conversation(other, 6)).toEqual([
    ...expected,
    '我：我的电话 138****1111',
    '备案助手：收到：我的电话 138 0000 1111',
  ]);
});

it('erases on request, gives the receipt and forgets the talk, in every tab', async () => {
  const chat = await stage.open();
  const { page, tab, desk } = chat;
  await ask(page, '一');
  await conversation(page, 2);
  const other = await tab();
  await conversation(other, 2);
  const talk = await talkIn(page);
  // A browser draws a tab in the background once a second.
  await page.bringToFront();

  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '删除我的数据' }).click();
  await page.getByRole('button', { name: '先不删' }).click();
  expect(await desk.store.byId(talk)).toBeDefined();
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '删除我的数据' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();

  await page.getByText('已删除：消息 3 条，图片 0 张，留言 0 条。').waitFor();
  await other.getByText('这个对话已在别的页面结束').waitFor();
  expect([await conversation(page, 0), await conversation(other, 0)]).toEqual([[], []]);
  expect(await desk.store.byId(talk)).toBeUndefined();
  expect(await page.evaluate('localStorage.length')).toBe(0);
  await say(page, '新的');
  expect(await conversation(page, 2)).toEqual(['我：新的', '备案助手：收到：新的']);
});

it('shows nothing of an erased conversation, even where its answer comes late', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await ask(page, '一');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  const late = page.waitForResponse('**/messages');
  await say(page, '秘密');
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '删除我的数据' }).click();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByText(/^删除回执/).waitFor();
  release();
  await late;
  await page.unroute('**/messages');
  await ask(page, '新的');
  expect(await conversation(page, 2)).toEqual(['我：新的', '备案助手：收到：新的']);
});

it('takes from the screen of every tab what was erased by words', async () => {
  const chat = await stage.open({
    answer: ({ text }) => ({
      replies: [{ text: `收到：${text}` }],
      outcome: outcome('smalltalk'),
      erase: text === '删除我的数据',
    }),
  });
  const { page, tab } = chat;
  await say(page, '秘密');
  await conversation(page, 2);
  const other = await tab();
  await conversation(other, 2);
  await say(page, '删除我的数据');
  for (const one of [page, other]) {
    await one.getByText('秘密').first().waitFor({ state: 'detached' });
    await expect.poll(() => conversation(one, 1)).toEqual([expect.stringMatching(/^备案助手：已删除/)]);
  }
});

it('saves the conversation as a file, and says so where one reads', async () => {
  const long = Array.from({ length: 80 }, () => '很长的一段。').join('\n\n');
  const chat = await stage.open({ answer: () => ({ replies: [{ text: long }], outcome: outcome('answer') }) });
  const { page } = chat;
  await say(page, '一');
  await conversation(page, 2);
  await page.getByRole('button', { name: '更多' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载我的数据' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^备案助手-我的数据-\d{4}-\d\d-\d\d\.zip$/);
  expect(textsIn(await readFile(await file.path())).get('对话.txt')).toContain('您\n  一\n');
  const told = page.getByText('压缩包已交给浏览器保存');
  await told.waitFor();
  const [note, composer] = [await told.boundingBox(), await field(page).boundingBox()];
  expect(note?.y).toBeGreaterThan(0);
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThan(composer?.y ?? 0);
});

it('asks for a person and starts again with a press', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.getByRole('button', { name: '转人工' }).click();
  await conversation(page, 2);
  await page.getByRole('button', { name: '更多' }).click();
  await page.getByRole('button', { name: '重新开始' }).click();
  expect(await conversation(page, 4)).toEqual([
    '我：转人工',
    '备案助手：收到：转人工',
    '我：重新开始',
    '备案助手：收到：重新开始',
  ]);
});

it('shows markup as the text it is, whoever says it', async () => {
  const chat = await stage.open();
  const { page } = chat;
  const text = '<img src=x onerror="document.title=1"> [点](javascript:alert(1)) **粗** \u202egnp.exe';
  await say(page, text);
  await conversation(page, 2);
  await page.reload();
  const [mine, ours] = await conversation(page, 2);
  expect(mine).toBe(`我：${text}`);
  expect(ours).toBe(`备案助手：收到：${text.replace('**粗**', '粗')}`);
  expect(await page.locator('.log img, .log a').count()).toBe(0);
  expect(await page.title()).toBe('备案助手');
});

it('works where the page came over plain HTTP from another machine', async () => {
  const chat = await stage.open({ host: 'beian.test' });
  const { page } = chat;
  expect(await page.evaluate('isSecureContext')).toBe(false);
  await say(page, '在吗');
  expect(await conversation(page, 2)).toEqual(['我：在吗', '备案助手：收到：在吗']);
});
