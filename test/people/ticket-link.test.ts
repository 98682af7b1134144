import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { trainedKnowledge } from '../trained.ts';
import { openPeopleDesk, type PeopleDesk, type Person } from './people-desk.ts';

const PUBLIC_URL = 'https://beian.example.com';
const FOLDER = new URL('../../web/answer/', import.meta.url);
const REFUSED = {
  status: 404,
  error: { code: 'not-found', message: '这个链接打不开：可能没有复制完整，或者这条留言已经删除。' },
};

let knowledge: Knowledge;
let desk: PeopleDesk;
let user: Person;
let link: URL;
beforeAll(async () => {
  knowledge = await trainedKnowledge();
});
afterAll(() => knowledge.close());
beforeEach(async () => {
  desk = await openPeopleDesk(knowledge, undefined, { publicUrl: PUBLIC_URL });
  onTestFinished(() => desk.close());
  user = await desk.visitor();
  await user.say('转人工');
  const { body } = await user.say('手机 13900000000，核验一直不过');
  link = new URL(/https:\S+(?=\))/.exec(body.messages[0].text)?.[0] ?? '');
});

/** What the page does with its address. */
async function ask(ticket = link.pathname.split('/').at(-1), key: unknown = link.hash.slice(1)) {
  const payload = { key };
  const answer = await desk.app.inject({ method: 'POST', url: `/api/answers/${ticket}`, payload });
  return { status: answer.statusCode, ...answer.json() };
}

it('opens the page, which keeps to its own scripts and styles', async () => {
  const page = await desk.app.inject(link.pathname);
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers['content-security-policy']).toMatch(/default-src 'none';script-src 'self';style-src 'self'/);
  expect(page.headers['referrer-policy']).toBe('no-referrer');
  expect(page.body).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i);
  const files = [...page.body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, path = '']) => path);
  const own = (await readdir(FOLDER)).filter((name) => name !== 'index.html').map((name) => `/answer/${name}`);
  for (const path of new Set([...files, ...own]))
    expect([path, (await desk.app.inject(path)).statusCode]).toEqual([path, 200]);
  for (const name of await readdir(FOLDER)) {
    const text = await readFile(new URL(name, FOLDER), 'utf8');
    expect([name, text.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)]).toEqual([
      name,
      null,
    ]);
  }
});

it('shows the 留言 masked, and every answer', async () => {
  expect(await ask()).toEqual({
    status: 200,
    ticket: 'L-TEST-1',
    at: '2026-03-02T06:00:00.000Z',
    text: '手机 139****0000，核验一直不过',
    answers: [],
  });
  const agent = await desk.agent('小周');
  for (const [id, text] of Object.entries({ a1: '请**换一台手机**再扫。', a2: '还可以试试 5G。' })) {
    await agent.call('POST', `/talks/${user.talk}/messages`, { id, text });
    await desk.wait(60_000);
  }
  expect((await ask()).answers).toEqual([
    { at: '2026-03-02T06:00:00.000Z', name: '客服 01', text: '请**换一台手机**再扫。' },
    { at: '2026-03-02T06:01:00.000Z', name: '客服 01', text: '还可以试试 5G。' },
  ]);
});

it('refuses a wrong key, a 留言 that is not there and one that was erased alike', async () => {
  const key = link.hash.slice(1);
  const other = `${key[0] === 'A' ? 'B' : 'A'}${key.slice(1)}`;
  expect(await ask('L-TEST-1', other)).toEqual(REFUSED);
  expect(await ask('L-TEST-1', key.slice(1))).toEqual(REFUSED);
  expect(await ask('L-TEST-1', '')).toEqual(REFUSED);
  expect(await ask('L-TEST-2', key)).toEqual(REFUSED);
  expect(await ask('L-TEST-2', other)).toEqual(REFUSED);
  expect((await ask('L-TEST-1', 7)).status).toBe(400);
  await user.call('DELETE', '');
  expect(await ask()).toEqual(REFUSED);
});

it('refuses what was erased in the conversation', async () => {
  await user.say('删除我的数据');
  expect(await ask()).toEqual(REFUSED);
});

it('has a key of its own for each 留言, also for those left through the API', async () => {
  const left = await user.call('POST', '/ticket', { text: '还是不行', contact: '13900000000' });
  const second = new URL(left.body.link);
  expect(second.hash).not.toBe(link.hash);
  expect(await ask(left.body.ticket, second.hash.slice(1))).toMatchObject({ status: 200, text: '还是不行' });
  expect(await ask(left.body.ticket)).toEqual(REFUSED);
});

it('sends the key in no address', async () => {
  const key = link.hash.slice(1);
  const addresses = [link.pathname + link.search];
  vi.stubGlobal(
    'fetch',
    async (url: string, { method, body, headers }: { method: 'POST'; body: string; headers: object }) => {
      addresses.push(url);
      const answer = await desk.app.inject({ method, url, body, headers: { ...headers } });
      return new Response(answer.body, { status: answer.statusCode });
    },
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  // The page's own script, as it runs in a browser.
  const page = await import(new URL('ask.js', FOLDER).href);
  expect(await page.ask('L-TEST-1', key)).toMatchObject({ data: { ticket: 'L-TEST-1', answers: [] } });
  expect(await page.ask('L-TEST-1', 'guess')).toEqual({ status: 404, message: REFUSED.error.message });
  expect(addresses).toEqual(['/liuyan/L-TEST-1', '/api/answers/L-TEST-1', '/api/answers/L-TEST-1']);
  expect(JSON.stringify(await ask())).not.toContain(key);
});

it('is in the API description', async () => {
  const { paths } = (await desk.app.inject('/api/openapi.json')).json();
  expect(Object.keys(paths['/api/answers/{ticket}'].post.responses).sort()).toEqual([
    '200',
    '400',
    '404',
    '413',
    '415',
    '429',
    '503',
  ]);
});

it('is told nobody where our own address is not known', async () => {
  const without = await openPeopleDesk(knowledge);
  onTestFinished(() => without.close());
  const person = await without.visitor();
  await person.say('转人工');
  const { body } = await person.say('手机 13900000000，核验一直不过');
  expect(body.messages[0].text).toBe(
    '留言已交给人工客服，编号 L-TEST-1。联系方式已加密保存，只有客服能看到。现在您可以继续问我。',
  );
  expect((await person.call('POST', '/ticket', { text: '在吗', contact: '13900000000' })).body.link).toBeUndefined();
  expect((await without.app.inject('/liuyan/L-TEST-1')).statusCode).toBe(404);
});
