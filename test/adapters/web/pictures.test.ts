import { afterAll, beforeAll, expect, it } from 'vitest';
import { UploadRoom } from '../../../src/adapters/web/upload-room.ts';
import { outcome } from '../../../src/bot/message.ts';
import { type Desk, openDesk } from './desk.ts';
import { bytesOf, type FormParts, many, send } from './form.ts';
import { problemIn, type Visitor, visit } from './visitor.ts';

const MEGABYTE = 1024 * 1024;

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

/** What the turn got of the last message. */
function heard() {
  const { text, pictures, consents } = desk.heard.at(-1) ?? {};
  return {
    text,
    names: pictures?.map(({ name }) => name),
    sizes: pictures?.map(({ bytes }) => bytes.length),
    consents,
  };
}

/** A form written by hand, part by part. */
function raw({ call }: Visitor, ...parts: readonly string[]): Promise<Response> {
  const body = `${parts.map((part) => `--edge\r\ncontent-disposition: form-data; ${part}\r\n`).join('')}--edge--\r\n`;
  return call('messages', { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=edge' } });
}

it('hands text, pictures and consent to the turn, and answers with what was found', async () => {
  const visitor = await visit(desk.url);
  const pictures = [
    { name: '身份证正面.jpg', bytes: bytesOf(5000), type: 'image/jpeg' },
    { name: 'back.heic', bytes: bytesOf(70_000, 11) },
  ];
  const answer = await send(visitor, { id: 'a', text: '帮我看看\n这两张', consent: 'yes', pictures });
  expect([answer.status, await answer.json()]).toMatchObject([
    200,
    {
      messages: [{ text: '收到：帮我看看\n这两张，图片 2 张' }],
      outcome: { kind: 'finding', pictures: [{ document: 'id-front', verdict: 'image-ok', findings: [] }, {}] },
    },
  ]);
  expect(heard()).toEqual({
    text: '帮我看看\n这两张',
    names: ['身份证正面.jpg', 'back.heic'],
    sizes: [5000, 70_000],
    consents: true,
  });
  expect(desk.heard.at(-1)?.pictures?.map(({ bytes }) => Buffer.compare(bytes, pictures[0]?.bytes ?? bytes))).toEqual([
    0,
    expect.any(Number),
  ]);
});

it.each([
  ['no text', { pictures: 1 }, ''],
  ['an empty text', { text: '', pictures: 1 }, ''],
  ['white space', { text: ' \n', pictures: 4 }, ''],
  ['no picture', { text: '在吗', pictures: 0 }, '在吗'],
])('takes a form with %s', async (_what, { pictures, ...fields }: { text?: string; pictures: number }, text) => {
  const visitor = await visit(desk.url);
  const answer = await send(visitor, { id: 'a', ...fields, pictures: many(pictures) });
  expect(answer.status).toBe(200);
  expect(heard()).toMatchObject({ text, names: many(pictures).map(({ name }) => name), consents: false });
});

it('takes the fields in any order, and leaves out what it does not know and what was not chosen', async () => {
  const visitor = await visit(desk.url);
  const answer = await raw(
    visitor,
    'name="picture"; filename="a.png"\r\ncontent-type: text/html\r\n\r\nPNG',
    'name="picture"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n',
    'name="extra"\r\n\r\nx',
    'name="text"\r\n\r\n看看',
    'name="consent"\r\n\r\nno',
    'name="id"\r\n\r\na',
  );
  expect(answer.status).toBe(200);
  expect(heard()).toEqual({ text: '看看', names: ['a.png'], sizes: [3], consents: false });
});

it('answers a repeated form byte for byte and changes nothing', async () => {
  const visitor = await visit(desk.url);
  const ask = async () => (await send(visitor, { id: 'same', text: '看看', pictures: many(2) })).text();
  const first = await ask();
  const before = await desk.store.lines(visitor.talk, 0, 100);
  const times = desk.heard.length;
  expect(await ask()).toBe(first);
  expect([await desk.store.lines(visitor.talk, 0, 100), desk.heard.length]).toEqual([before, times]);
});

it('refuses an id that was used with another picture', async () => {
  const visitor = await visit(desk.url);
  await send(visitor, { id: 'a', text: '看看', pictures: [{ name: 'a', bytes: bytesOf(100) }] });
  const other = await send(visitor, { id: 'a', text: '看看', pictures: [{ name: 'a', bytes: bytesOf(101) }] });
  expect(await problemIn(other)).toMatchObject({ what: '409 id-reused' });
});

it('takes 20 MB a picture and not a byte more', async () => {
  const visitor = await visit(desk.url);
  const most = { name: 'most.jpg', bytes: bytesOf(20 * MEGABYTE) };
  expect((await send(visitor, { id: 'a', pictures: [most, most] })).status).toBe(200);
  expect(heard().sizes).toEqual([20 * MEGABYTE, 20 * MEGABYTE]);

  const times = desk.heard.length;
  const more = { name: 'more.jpg', bytes: bytesOf(20 * MEGABYTE + 1) };
  const refused = await send(visitor, { id: 'b', pictures: [many(1)[0] ?? more, more] });
  expect(await problemIn(refused)).toEqual({
    what: '413 picture-too-large',
    message: expect.stringMatching(/超过 20 MB.*裁剪.*。$/),
  });
  expect(desk.heard.length).toBe(times);
  // The connection is fit for the next question.
  expect((await visitor.say('还在吗')).messages).toHaveLength(1);
});

it.each<[string, FormParts, string, string]>([
  ['a fifth picture', { id: 'a', pictures: many(5) }, '413 too-many-pictures', '一次最多发 4 张'],
  ['no id', { text: 'a', pictures: many(1) }, '400 bad-request', '缺少 id'],
  ['neither text nor picture', { id: 'a', text: ' ' }, '400 bad-request', '或者选一张图片'],
  ['neither of all', {}, '400 bad-request', '缺少 id'],
  ['a long text', { id: 'a', text: '字'.repeat(2001), pictures: many(1) }, '400 bad-request', '您写了 2001 个字'],
  ['a text of 70 kB', { id: 'a', text: 'a'.repeat(70_000), pictures: many(1) }, '413 too-large', '最多 4 张图片'],
  ['another consent', { id: 'a', consent: 'true', pictures: many(1) }, '400 bad-request', 'consent 只能写 yes'],
])('refuses %s', async (_what, parts, what, words) => {
  const visitor = await visit(desk.url);
  const times = desk.heard.length;
  const refused = await send(visitor, parts);
  expect(await problemIn(refused)).toEqual({ what, message: expect.stringContaining(words) });
  expect(desk.heard.length).toBe(times);
});

it.each([
  ['a picture under another name', ['name="photo"; filename="a.png"\r\n\r\nPNG'], '400 bad-request', 'picture 字段'],
  ['a picture that is no file', ['name="picture"\r\n\r\nPNG'], '400 bad-request', '要是一个文件'],
  ['a field twice', ['name="id"\r\n\r\na', 'name="id"\r\n\r\nb'], '400 bad-request', 'id 写了两遍'],
  ['a field that poisons a prototype', ['name="__proto__"\r\n\r\na'], '400 bad-request', '再发一次'],
  [
    'a number as JSON',
    ['name="text"\r\ncontent-type: application/json\r\n\r\n5'],
    '400 bad-request',
    'text 要是一段文字',
  ],
  ['many fields', Array.from({ length: 40 }, (_, at) => `name="f${at}"\r\n\r\na`), '413 too-large', '请分几次发'],
  [
    'many empty files',
    Array.from({ length: 40 }, () => 'name="picture"; filename=""\r\n\r\n'),
    '413 too-large',
    '请分几次发',
  ],
])('refuses %s', async (_what, parts, what, words) => {
  const visitor = await visit(desk.url);
  const id = parts.some((part) => part.startsWith('name="id"')) ? [] : ['name="id"\r\n\r\na'];
  const refused = await raw(visitor, ...id, ...parts);
  expect(await problemIn(refused)).toEqual({ what, message: expect.stringContaining(words) });
});

it.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['a boundary that never comes', 'multipart/form-data; boundary=other', '--edge\r\n\r\nx\r\n--edge--\r\n'],
  ['no end', 'multipart/form-data; boundary=edge', '--edge\r\ncontent-disposition: form-data; name="id"\r\n\r\na'],
  [
    'a picture without end',
    'multipart/form-data; boundary=edge',
    '--edge\r\ncontent-disposition: form-data; name="picture"; filename="a"\r\n\r\nPNG',
  ],
  ['nothing', 'multipart/form-data; boundary=edge', ''],
])('refuses a form with %s', async (_what, type, body) => {
  const { call } = await visit(desk.url);
  const refused = await call('messages', { method: 'POST', body, headers: { 'content-type': type } });
  expect(await problemIn(refused)).toEqual({ what: '400 bad-request', message: expect.stringMatching(/。$/) });
});

it.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\card.jpg', 'card.jpg'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['a\u0000\u001b[31m\u0085\u2028b.jpg', 'a[31mb.jpg'],
  ['身份证110105194912310 02X.jpg'.replace(' ', ''), '身份证110105********002X.jpg'],
  ['<img src=x>".jpg', '<img src=x>".jpg'],
  ['长'.repeat(300), '长'.repeat(100)],
  ['𠮷'.repeat(300), '𠮷'.repeat(100)],
  ['...', '图片'],
  [' ', '图片'],
])('makes a harmless name of %j', async (given, name) => {
  const visitor = await visit(desk.url);
  // Written by hand: FormData would clean it itself.
  const answer = await raw(
    visitor,
    'name="id"\r\n\r\na',
    `name="picture"; filename="${given.replace(/["\\]/g, '\\$&')}"\r\ncontent-type: image/jpeg\r\n\r\nPNG`,
  );
  expect(answer.status).toBe(200);
  expect(heard().names).toEqual([name]);
});
