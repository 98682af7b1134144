import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { plainHtml } from '../../../src/adapters/web/plain/plain-html.ts';
import type { Line } from '../../../src/bot/message.ts';
import { type Desk, type DeskOptions, openDesk, WELCOME } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const more: Desk[] = [];
afterEach(async () => {
  await Promise.all(more.splice(0).map((one) => one.close()));
});
async function another(options: DeskOptions): Promise<Desk> {
  const opened = await openDesk(options);
  more.push(opened);
  return opened;
}

interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The fields that stand in the page's forms. */
  readonly hidden: Readonly<Record<string, string>>;
}

async function read(response: Response): Promise<Shown> {
  const html = await response.text();
  const found = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const hidden = Object.fromEntries(found.map(([, name, value]) => [name, value]));
  return { status: response.status, headers: response.headers, html, hidden };
}

async function send(fields: Readonly<Record<string, string>>, to = desk, headers = {}): Promise<Shown> {
  return read(
    await fetch(`${to.url}/plain`, { method: 'POST', body: new URLSearchParams(fields), headers: { ...headers } }),
  );
}

const wordsIn = (html: string, id: string) =>
  new RegExp(`<textarea id="${id}"[^>]*>\n([^<]*)</textarea>`).exec(html)?.[1];

describe('the page', () => {
  it('is never kept, and may hold nothing but its own style and its own forms', async () => {
    const page = await read(await fetch(`${desk.url}/plain`));
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-store',
    ]);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(page.html).not.toMatch(/<script|\son\w+=|\sstyle=/i);
    expect((await fetch(`${desk.url}/page/plain.css`)).status).toBe(200);
    const answered = await send({ text: '扫码' });
    expect([answered.headers.get('cache-control'), answered.headers.get('set-cookie')]).toEqual(['no-store', null]);
  });

  it('says that there are pictures, which it does not show', () => {
    const files = [{ id: 'f1', name: '<a>.png', type: 'image/png', size: 10 }];
    const line: Line = { seq: 1, at: '2026-03-02T06:33:00.000Z', by: 'agent', text: '看这张', files };
    const html = plainHtml({ once: 'x', welcome: WELCOME, lines: [line] });
    expect(html).toContain('<p class="small">图片 1 张，请换新一些的浏览器查看。</p>');
  });

  it('greets, takes a choice, and keeps words that were typed beside it', async () => {
    const page = await read(await fetch(`${desk.url}/plain`));
    expect(page.html).toContain('<strong>直接描述问题</strong>');
    const { html } = await send({ choice: '提示资料不完整', text: '还想问 <b>' });
    expect(html).toContain('<p>收到：提示资料不完整</p>');
    expect(wordsIn(html, 'text')).toBe('还想问 &lt;b&gt;');
  });
});

describe('asking', () => {
  it('says the same form once, however often it is sent, and other words of it anew', async () => {
    const begun = await send({ text: '一' });
    const asked = desk.asked.length;
    await send({ ...begun.hidden, text: '二' });
    const again = await send({ ...begun.hidden, text: '二' });
    expect(desk.asked.slice(asked)).toEqual(['二']);
    expect(again.html.match(/收到：二/g)).toHaveLength(1);
    await send({ ...begun.hidden, text: '三' });
    await send({ ...again.hidden, text: '二' });
    expect(desk.asked.slice(asked)).toEqual(['二', '三', '二']);
  });

  it('begins one conversation with a first form that is sent twice, at once or after', async () => {
    const { hidden } = await read(await fetch(`${desk.url}/plain`));
    const asked = desk.asked.length;
    const both = await Promise.all([send({ ...hidden, text: '第一问' }), send({ ...hidden, text: '第一问' })]);
    const later = await send({ ...hidden, text: '第一问' });
    const names = [...both, later].map((shown) => `${shown.hidden.talk} ${shown.hidden.token}`);
    expect([new Set(names).size, desk.asked.slice(asked)]).toEqual([1, ['第一问']]);
    expect(later.html.match(/收到：第一问/g)).toHaveLength(1);
    const other = await read(await fetch(`${desk.url}/plain`));
    expect((await send({ ...other.hidden, text: '第一问' })).hidden.talk).not.toBe(later.hidden.talk);
  });

  it('begins a conversation of its own with each form that has no name', async () => {
    const [one, two] = [await send({ text: '一', once: 'x' }), await send({ text: '一', once: 'x' })];
    expect(one.hidden.talk).not.toBe(two.hidden.talk);
  });

  it.each([
    ['of another conversation', (own: Shown, other: Shown) => ({ ...own.hidden, token: other.hidden.token ?? '' })],
    ['that is made up', (own: Shown) => ({ ...own.hidden, token: 'x'.repeat(43) })],
    ['that is missing', ({ hidden }: Shown) => ({ talk: hidden.talk ?? '' })],
  ])('shows nothing to a token %s, and gives back what was typed', async (_which, forge) => {
    const [own, other] = [await send({ text: '秘密的问题' }), await send({ text: '别的' })];
    const asked = desk.asked.length;
    const { html, hidden } = await send({ ...forge(own, other), text: '写了很久' });
    expect(html).toContain('上次的对话已过期');
    expect(html).not.toContain('秘密的问题');
    expect([wordsIn(html, 'text'), hidden.token, desk.asked.length]).toEqual(['写了很久', undefined, asked]);
  });

  it('opens nothing for an erased conversation', async () => {
    const { hidden } = await send({ text: '一' });
    await desk.store.erase(hidden.talk ?? '');
    expect((await send({ ...hidden, look: 'yes' })).html).toContain('上次的对话已过期');
  });

  it('gives back what is too long, and what is empty costs nothing', async () => {
    const { hidden } = await send({ text: '一' });
    const asked = desk.asked.length;
    const long = '长'.repeat(2_001);
    const refused = await send({ ...hidden, text: long });
    expect(refused.html).toContain('您写了 2001 个字');
    expect([wordsIn(refused.html, 'text'), refused.html.includes('收到：一')]).toEqual([long, true]);
    expect((await send({ ...hidden, text: ' \r\n ' })).html).toContain('请先写下问题');
    expect(desk.asked).toHaveLength(asked);
  });

  it('takes nothing that another site sends', async () => {
    const { hidden } = await send({ text: '一' });
    const asked = desk.asked.length;
    for (const from of ['cross-site', 'same-site']) {
      const { status, html } = await send({ ...hidden, text: '二' }, desk, { 'sec-fetch-site': from });
      expect([status, html.includes('收到：一'), html.includes(hidden.token ?? '')]).toEqual([403, false, false]);
    }
    expect(desk.asked).toHaveLength(asked);
    expect((await send({ ...hidden, text: '二' }, desk, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('says in a page what it refuses, and gives back the words and the conversation', async () => {
    const limited = await another({ rateLimit: 30 });
    const first = await send({ text: '一' }, limited);
    const all = await Promise.all(Array.from({ length: 60 }, () => send({ ...first.hidden, text: '二' }, limited)));
    const refused = all.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    const [{ html, hidden, headers } = first] = refused;
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toMatch(/您发得太快了，请等 \d+ 秒再发。/);
    expect([wordsIn(html, 'text'), hidden.token]).toEqual(['二', first.hidden.token]);
    const large = await fetch(`${desk.url}/plain`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'x'.repeat(70_000) }),
    });
    expect([large.status, large.headers.get('content-type')]).toEqual([413, 'text/html; charset=utf-8']);
    const odd = await fetch(`${desk.url}/plain`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    expect([odd.status, odd.headers.get('content-type')]).toEqual([415, 'text/html; charset=utf-8']);
  });

  it('shows what an agent has said meanwhile, and keeps what is half written', async () => {
    const { hidden } = await send({ text: '一' });
    const talk = hidden.talk ?? '';
    const record = await desk.store.byId(talk);
    if (!record) throw new Error('The talk is gone');
    await desk.store.move({
      id: talk,
      at: '2026-03-02T06:33:00.000Z',
      was: record.case,
      next: record.case,
      wasTold: {},
      told: {},
      by: 'system',
      lines: [{ by: 'agent', name: '客服 07', reply: { text: '您好，我来看看。' } }],
      notes: [],
    });
    const { html } = await send({ ...hidden, text: '写到一半', look: 'yes' });
    expect(html).toContain('<div class="line agent"><p class="by">客服 07</p><p>您好，我来看看。</p>');
    expect(wordsIn(html, 'text')).toBe('写到一半');
  });
});

it('keeps the buttons of an answer in several lines until somebody else speaks', () => {
  const line = (by: Line['by'], text: string, choices?: readonly string[]): Line => ({
    ...{ seq: 1, at: '2026-03-02T06:33:00.000Z', by, text },
    ...(choices && { choices }),
  });
  const answer = [line('user', '转人工'), line('bot', '排队中', ['等人工', '留言']), line('bot', '我已替您整理')];
  const shown = (lines: readonly Line[]) =>
    plainHtml({ once: 'a', welcome: [], lines }).includes('<button type="submit" name="choice" value="等人工">');
  expect([shown(answer), shown([...answer, line('system', '客服 07 已接入')])]).toEqual([true, false]);
});

describe('a 留言', () => {
  it('is kept once, masked and sealed, and its number told again', async () => {
    const { hidden } = await send({ text: '一' });
    const left = { ...hidden, text: '请回电 11010519491231002X', contact: '13800001111' };
    const first = await send(left);
    const number = /编号 (L-[\w-]+)/.exec(first.html)?.[1];
    expect(number).toBeDefined();
    expect((await send(left)).html).toContain(`编号 ${number}`);
    const tickets = await desk.store.ticketsOf(hidden.talk ?? '');
    expect(tickets).toHaveLength(1);
    expect(tickets[0]?.text).not.toContain('11010519491231002X');
    expect(tickets[0]?.contact).not.toContain('13800001111');
    await send({ ...left, contact: '13800002222' });
    expect(await desk.store.ticketsOf(hidden.talk ?? '')).toHaveLength(2);
  });

  it.each([
    ['nothing to do', { text: ' ', contact: '13800001111' }],
    ['no contact', { text: '请回电', contact: '1' }],
    ['too much to do', { text: '长'.repeat(2_001), contact: '13800001111' }],
    ['too long a contact', { text: '请回电', contact: '1'.repeat(201) }],
  ])('with %s is given back whole', async (_what, left) => {
    const { hidden } = await send({ text: '一' });
    const { html } = await send({ ...hidden, ...left });
    expect(html).toContain('<p class="problem">');
    expect(wordsIn(html, 'matter')).toBe(left.text.trim());
    expect(html).toContain(`name="contact" maxlength="200" autocomplete="tel" value="${left.contact}"`);
    expect(await desk.store.ticketsOf(hidden.talk ?? '')).toEqual([]);
  });
});
