import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Line, outcome, type Picture } from '../../../src/bot/message.ts';
import { type Desk, NOW, openDesk } from './desk.ts';
import { PNG, send } from './form.ts';
import { problemIn, visit } from './visitor.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

function keep(talk: string, name: string, type: string) {
  return desk.vault.put(talk, { name, type, bytes: PNG }, NOW.toISOString());
}

it('gives a picture to its person alone, to be shown or saved and nothing else', async () => {
  const { talk, call } = await visit(desk.url);
  const { id } = await keep(talk, "身份证 (1)'s*.png", 'image/png');
  const answer = await call(`files/${id}`);
  expect([answer.status, new Uint8Array(await answer.arrayBuffer())]).toEqual([200, PNG]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(PNG.length),
    'content-disposition':
      'attachment; filename="picture.png"; filename*=UTF-8\'\'%E8%BA%AB%E4%BB%BD%E8%AF%81%20%281%29%27s%2A.png',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const other = await visit(desk.url);
  expect((await other.call(`files/${id}`)).status).toBe(404);
  expect((await fetch(`${desk.url}/api/talks/${talk}/files/${id}`)).status).toBe(401);
});

it.each(['image/svg+xml', 'text/html', 'image/heic', 'application/pdf', 'image/jpeg\r\nx: y', ''])(
  'shows no %j',
  async (type) => {
    const { talk, call } = await visit(desk.url);
    const { id } = await keep(talk, '"\r\nset-cookie: a=b\ud800', type);
    const answer = await call(`files/${id}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="picture.bin"; filename*=UTF-8\'\'%22%0D%0Aset-cookie%3A%20a%3Db',
    );
    expect(answer.headers.get('set-cookie')).toBeNull();
  },
);

it.each(['gone', '..%2f..%2fvault.key', '%00', 'a.b'])('says that %j is not there any more', async (id) => {
  const { call } = await visit(desk.url);
  expect(await problemIn(await call(`files/${id}`))).toEqual({
    what: '404 not-found',
    message: expect.stringContaining('最多保存 7 天'),
  });
});

it('names what was kept in the person’s own line, under the name it was kept by', async () => {
  const keeping = await openDesk({
    async answer({ talk, pictures = [] }, vault) {
      const put = (one: Picture) => vault.put(talk.room, { ...one, type: 'image/png' }, NOW.toISOString());
      return { kept: await Promise.all(pictures.map(put)), replies: [{ text: '收到' }], outcome: outcome('finding') };
    },
  });
  try {
    const visitor = await visit(keeping.url);
    await send(visitor, { id: 'a', pictures: [{ name: '正面.png', bytes: PNG }] });
    const history = (await (await visitor.call('messages?after=1')).json()) as { messages: Line[] };
    const file = { id: expect.any(String), name: '正面.png', type: 'image/png', size: PNG.length };
    expect(history.messages[0]).toEqual({ seq: 2, at: NOW.toISOString(), by: 'user', text: '', files: [file] });
    const answer = await visitor.call(`files/${history.messages[0]?.files?.[0]?.id}`);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PNG);
  } finally {
    await keeping.close();
  }
});

it('erases them with their talk, and counts them', async () => {
  const { talk, call } = await visit(desk.url);
  const { id } = await keep(talk, 'a.png', 'image/png');
  await keep(talk, 'b.png', 'image/png');
  expect(await (await call('', { method: 'DELETE' })).json()).toMatchObject({ erased: { pictures: 2 } });
  expect(await desk.vault.get(talk, id)).toBeUndefined();
});
