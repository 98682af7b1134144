import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pictureName } from '../../src/adapters/web/picture-name.ts';
import { UploadRoom } from '../../src/adapters/web/upload-room.ts';
import type { FileRef } from '../../src/bot/message.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { type Desk, echo, openDesk } from '../adapters/web/desk.ts';
import { bombs, strangers } from '../fixtures/pictures/hostile.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import { trainedKnowledge } from '../trained.ts';
import { openAttackDesk } from './attack-desk.ts';
import { everythingIn } from './everything.ts';
import { headersOf, hire, signIn } from './identities.ts';

// Hundreds of requests each, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** A picture to one, a page with a script to another. */
const POLYGLOT = Buffer.concat([GIF, Buffer.from('<!DOCTYPE html><script>alert(1)</script>')]);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const HTML = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
const NAMES = [
  '../../etc/passwd',
  '..\\..\\windows\\system32\\a.png',
  '/etc/passwd',
  'C:\\a.png',
  'a\u0000.png',
  'a.png\r\nset-cookie: a=b',
  '\u202egnp.exe',
  '."; filename="x.html',
  '<img src=x onerror=alert(1)>.png',
  `${'a'.repeat(5_000)}.png`,
  '.',
  '..',
  '11010519491231002X.png',
];

describe('the form of a message', () => {
  const room = new UploadRoom();
  let web: Desk;
  let url: string;
  let headers: Readonly<Record<string, string>>;
  beforeAll(async () => {
    web = await openDesk({
      room,
      answer: async (message, vault) => {
        const kept: FileRef[] = [];
        for (const { name = '图片', bytes } of message.pictures ?? []) {
          kept.push(await vault.put(message.talk.room, { name, type: 'image/svg+xml', bytes }, message.at));
        }
        return { ...echo(message), kept };
      },
    });
    const { talk, token } = (await web.app.inject({ method: 'POST', url: '/api/talks' })).json();
    url = `${web.url}/api/talks/${talk}`;
    headers = { authorization: `Bearer ${token}` };
  });
  afterAll(() => web.close());

  /** Sends a form; gives the status and the code of a refusal. */
  async function sent(body: FormData | Buffer<ArrayBuffer>, type?: string) {
    const more = type === undefined ? {} : { 'content-type': type };
    const answer = await fetch(`${url}/messages`, { method: 'POST', headers: { ...headers, ...more }, body });
    const { error } = (await answer.json()) as { readonly error?: { readonly code: string } };
    return [answer.status, error?.code];
  }

  it('takes no fifth picture, no thousands of parts, and no part that is endless before its content', async () => {
    const five = new FormData();
    five.set('id', 'five');
    for (const name of 'abcde') five.append('picture', new Blob([GIF]), name);
    expect(await sent(five)).toEqual([413, 'too-many-pictures']);

    const fields = new FormData();
    for (let nth = 0; nth < 5_000; nth++) fields.append(`f${nth}`, 'x');
    expect(await sent(fields)).toEqual([413, 'too-large']);

    const empty = new FormData();
    for (let nth = 0; nth < 2_000; nth++) empty.append('picture', new Blob([]), '');
    expect(await sent(empty)).toEqual([413, 'too-large']);

    const long = new FormData();
    long.set('id', 'long');
    long.set('text', 'x'.repeat(70_000));
    expect(await sent(long)).toEqual([413, 'too-large']);

    const head = `--b\r\ncontent-disposition: form-data; name="picture"; filename="${'x'.repeat(1024 * 1024)}"\r\n\r\nx\r\n--b--\r\n`;
    expect(await sent(Buffer.from(head), 'multipart/form-data; boundary=b')).toEqual([400, 'bad-request']);
  });

  it('refuses a compressed body, so that none can be small outside and endless inside', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'zstd']) {
      const answer = await fetch(`${url}/messages`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-encoding': encoding },
        body: Buffer.from('1f8b0800000000000003', 'hex'),
      });
      expect([encoding, answer.status]).toEqual([encoding, 400]);
    }
  });

  it.each(NAMES)('gives the name %j back as nothing but a name', async (name) => {
    const kept = pictureName(name);
    expect(kept).not.toMatch(/[\p{C}/\\]|^\.*$|11010519491231002X/u);
    expect([...kept].length).toBeLessThanOrEqual(100);
  });

  it('gives back nothing that a browser would run, whatever was sent as what', async () => {
    const form = new FormData();
    form.set('id', 'run');
    for (const [name, bytes] of [
      ['a.svg', SVG],
      ['b.html', HTML],
      ['c.gif', POLYGLOT],
    ] as const) {
      form.append('picture', new Blob([bytes], { type: 'image/svg+xml' }), name);
    }
    expect(await sent(form)).toEqual([200, undefined]);
    const answer = await fetch(`${url}/messages`, { headers });
    const { messages } = (await answer.json()) as {
      readonly messages: readonly { readonly files?: readonly FileRef[] }[];
    };
    const files = messages.flatMap((one) => one.files ?? []);
    expect(files.length).toBe(3);
    for (const { id } of files) {
      const file = await fetch(`${url}/files/${id}`, { headers });
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment; /),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
  });

  it('has given back all the room that it took', async () => {
    await expect.poll(() => room.taken).toBe(0);
  });
});

describe('the whole desk', () => {
  let knowledge: Knowledge;
  let desk: PeopleDesk;
  beforeAll(async () => {
    knowledge = await trainedKnowledge();
    desk = await openAttackDesk(knowledge);
    await desk.app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(async () => {
    await desk.close();
    await knowledge.close();
  });

  it('answers every file that lies about itself, and goes on answering', async () => {
    const { port } = desk.app.server.address() as { readonly port: number };
    const { talk, token } = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
    const headers = { authorization: `Bearer ${token}` };
    const files = [...strangers(), ...(await bombs())].filter(({ bytes }) => bytes.length > 0);
    expect(files.length).toBeGreaterThan(15);
    for (const [nth, { name, bytes }] of files.entries()) {
      const form = new FormData();
      form.set('id', `file-${nth}`);
      form.set('consent', 'yes');
      form.append('picture', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
      const url = `http://127.0.0.1:${port}/api/talks/${talk}/messages`;
      const answer = await fetch(url, { method: 'POST', headers, body: form });
      expect([name, answer.status]).toEqual([name, bytes.length > 20 * 1024 * 1024 ? 413 : 200]);
    }
    const after = await desk.app.inject({
      method: 'POST',
      url: `/api/talks/${talk}/messages`,
      headers,
      payload: { id: 'after', text: '扫码进不去' },
    });
    expect(after.statusCode).toBe(200);
  }, 180_000);

  it('takes from an agent nothing but a picture to be sent on', async () => {
    await hire(desk, '小周', 'agent');
    const agent = headersOf(await signIn(desk.app, '小周'));
    const { talk } = (await desk.app.inject({ method: 'POST', url: '/api/talks' })).json();
    const before = await everythingIn(desk.store);
    for (const [type, payload] of [
      ['image/png', SVG],
      ['image/svg+xml', SVG],
      ['image/png', HTML],
      ['image/png', Buffer.from('%PDF-1.7')],
      ['image/gif', Buffer.from('PK\u0003\u0004')],
      ['image/png', Buffer.alloc(0)],
      ['text/html', HTML],
    ] as const) {
      const url = `/api/console/talks/${talk}/pictures`;
      const answer = await desk.app.inject({
        method: 'POST',
        url,
        headers: { ...agent, 'content-type': type },
        payload,
      });
      expect([type, answer.statusCode]).toEqual([type, 415]);
    }
    const large = await desk.app.inject({
      method: 'POST',
      url: `/api/console/talks/${talk}/pictures`,
      headers: { ...agent, 'content-type': 'image/png' },
      payload: Buffer.alloc(20 * 1024 * 1024 + 1),
    });
    expect(large.statusCode).toBe(413);
    const { presence: _heard, ...after } = await everythingIn(desk.store);
    const { presence: _before, ...left } = before;
    expect(after).toEqual(left);
  });
});
