import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UploadRoom } from '../../../src/adapters/web/upload-room.ts';
import { outcome } from '../../../src/bot/message.ts';
import { type Desk, openDesk } from './desk.ts';
import { bytesOf, formOf, many, send } from './form.ts';
import { problemIn, visit } from './visitor.ts';

const room = new UploadRoom();
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    room,
    answer: ({ text, pictures = [] }) => ({
      replies: [{ text: `收到：${text}，图片 ${pictures.length} 张` }],
      outcome: outcome('finding', {
        diagnostic: 'image',
        verdict: 'image-ok',
        pictures: pictures.map(() => ({ document: 'id-front', verdict: 'image-ok', findings: [] })),
      }),
    }),
  });
});
afterAll(() => desk.close());

it('refuses a form without its token before reading it', async () => {
  const { talk } = await visit(desk.url);
  const socket = connect(Number(new URL(desk.url).port), '127.0.0.1');
  socket.write(
    `POST /api/talks/${talk}/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer nobody\r\n` +
      'content-type: multipart/form-data; boundary=edge\r\ncontent-length: 60000000\r\n\r\n--edge\r\n',
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 401 /);
  socket.destroy();
});

it('refuses a form that says that it is too large before reading it', async () => {
  const { talk, token } = await visit(desk.url);
  const socket = connect(Number(new URL(desk.url).port), '127.0.0.1');
  socket.write(
    `POST /api/talks/${talk}/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n` +
      'content-type: multipart/form-data; boundary=edge\r\ncontent-length: 90000000\r\n\r\n--edge\r\n',
  );
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 [\s\S]*最多 4 张图片/);
  socket.destroy();
});

it('gives a connection up that falls silent in the middle of a picture, and one that breaks, with all they held', async () => {
  const room = new UploadRoom();
  const impatient = await openDesk({ patience: 200, room });
  try {
    const { talk, token } = await visit(impatient.url);
    const begin = () => {
      const socket = connect(Number(new URL(impatient.url).port), '127.0.0.1');
      socket.write(
        `POST /api/talks/${talk}/messages HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n` +
          'content-type: multipart/form-data; boundary=edge\r\ncontent-length: 60000000\r\n\r\n' +
          `--edge\r\ncontent-disposition: form-data; name="picture"; filename="a"\r\n\r\n${'x'.repeat(100_000)}`,
      );
      return socket;
    };
    const silent = begin();
    await expect.poll(() => room.taken).toBeGreaterThan(90_000);
    await once(silent.resume(), 'close');
    await expect.poll(() => room.taken).toBe(0);
    const broken = begin();
    await expect.poll(() => room.taken).toBeGreaterThan(90_000);
    broken.destroy();
    await expect.poll(() => room.taken).toBe(0);
    expect(impatient.heard).toEqual([]);
  } finally {
    await impatient.close();
  }
});

it('takes no more pictures at once than there is room for, and says when to come back', async () => {
  const small = await openDesk({ room: new UploadRoom(1000) });
  try {
    const visitor = await visit(small.url);
    const refused = await send(visitor, { id: 'a', pictures: [{ name: 'a', bytes: bytesOf(1001) }] });
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await problemIn(refused)).toEqual({ what: '503 busy', message: expect.stringContaining('过几秒再发') });
    for (const id of ['b', 'c', 'd']) {
      expect((await send(visitor, { id, pictures: [{ name: 'a', bytes: bytesOf(1000) }] })).status).toBe(200);
    }
  } finally {
    await small.close();
  }
});

it('has given all room back in the end', async () => {
  await expect.poll(() => room.taken).toBe(0);
});

it('counts a form as a message', async () => {
  const strict = await openDesk({ rateLimit: 1 });
  try {
    const visitor = await visit(strict.url);
    expect((await send(visitor, { id: 'a', pictures: many(1) })).status).toBe(200);
    expect(await problemIn(await send(visitor, { id: 'b', pictures: many(1) }))).toMatchObject({
      what: '429 too-many',
    });
    expect((await visitor.post('messages', { id: 'c', text: '在吗' })).status).toBe(429);
  } finally {
    await strict.close();
  }
});

it('takes pictures nowhere else', async () => {
  const { call } = await visit(desk.url);
  const answer = await call('ticket', { method: 'POST', body: formOf({ text: '在吗' }) });
  expect(await problemIn(answer)).toMatchObject({ what: '415 unsupported-type' });
});
