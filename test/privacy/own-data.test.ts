import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownDataFiles } from '../../src/adapters/own-data/own-data.ts';
import { zip } from '../../src/adapters/own-data/zip.ts';
import type { FileRef } from '../../src/bot/message.ts';
import { type Desk, echo, openDesk } from '../adapters/web/desk.ts';
import { formOf, PNG } from '../adapters/web/form.ts';
import { problemIn, type Visitor, visit } from '../adapters/web/visitor.ts';
import { textsIn, unzipped } from '../unzipped.ts';

let desk: Desk;
let visitor: Visitor;
beforeAll(async () => {
  desk = await openDesk({
    rateLimit: 30,
    async answer(message, vault) {
      const [picture] = message.pictures ?? [];
      if (!picture) return echo(message);
      const file = { name: '图片.png', type: 'image/png', bytes: picture.bytes };
      return { ...echo(message), kept: [await vault.put(message.talk.room, file, message.at)] };
    },
  });
});
afterAll(() => desk.close());
beforeEach(async () => {
  visitor = await visit(desk.url);
});

async function archive(of = visitor): Promise<Buffer> {
  const answer = await of.call('data');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('备案助手-我的数据-2026-03-02.zip'));
  return Buffer.from(await answer.arrayBuffer());
}

describe('下载我的数据', () => {
  it('is an archive of everything: texts as stored, pictures and contacts in clear, the card, the votes', async () => {
    await visitor.say('<b>安卓</b>，我的身份证110105199001010020');
    await visitor.call('messages', {
      method: 'POST',
      body: formOf({ id: 'p', text: '请看', consent: 'yes', pictures: [{ name: '我.png', bytes: PNG }] }),
    });
    await visitor.post('ticket', { text: '请打 13912345678', contact: '13912345678' });
    await visitor.post('feedback', { seq: 3, helpful: false });
    await visitor.post('rating', { score: 4, text: '还行' });
    await visitor.post('context', { locale: 'zh-CN' });

    const files = unzipped(await archive());
    expect([...files.keys()]).toEqual(['说明.txt', '对话.html', '对话.txt', '数据.json', '图片/01-图片.png']);
    expect(files.get('图片/01-图片.png')).toEqual(Buffer.from(PNG));

    const texts = textsIn(await archive());
    const data = JSON.parse(texts.get('数据.json') ?? '');
    expect(data.lines).toEqual(await desk.store.lines(visitor.talk, 0, 100));
    expect(data).toMatchObject({
      talk: visitor.talk,
      tickets: [{ text: '请打 139****5678', contact: '13912345678' }],
      opinions: { votes: [{ seq: 3, helpful: false }], rating: { score: 4, said: '还行' } },
      context: { locale: 'zh-CN' },
      card: [{ key: 'channel' }],
      pictures: [{ name: '图片.png', path: '图片/01-图片.png' }],
    });
    const html = texts.get('对话.html') ?? '';
    expect(html).toContain('&lt;b&gt;安卓&lt;/b&gt;，我的身份证110105********0020');
    expect(html).toContain('联系方式：13912345678');
    expect(html).toContain(`src="${encodeURIComponent('图片')}/${encodeURIComponent('01-图片.png')}"`);
    expect(html).toContain('依据：扫码进不去上传页面（2023-03-24 更新）');
    expect(html).not.toMatch(/<script|https?:\/\/(?!help\.example)/);
    expect(texts.get('对话.txt')).toContain('您\n  请看\n  ［图片 1 张］');
    // The bot of this desk repeats what it hears; the person's own words are as they were stored.
    expect(texts.get('对话.txt')).toContain('<b>安卓</b>，我的身份证110105********0020');
  });

  it('leaves out what is no longer kept', async () => {
    await visitor.call('messages', {
      method: 'POST',
      body: formOf({ id: 'p', text: '请看', consent: 'yes', pictures: [{ name: '我.png', bytes: PNG }] }),
    });
    await desk.vault.erase(visitor.talk);
    expect([...unzipped(await archive()).keys()]).toEqual(['说明.txt', '对话.html', '对话.txt', '数据.json']);
  });

  it('is only for whoever holds the token, a few times a minute, and never told by a link', async () => {
    const other = await visit(desk.url);
    const stolen = await fetch(`${desk.url}/api/talks/${visitor.talk}/data`, {
      headers: { authorization: `Bearer ${other.token}` },
    });
    expect(stolen.status).toBe(401);
    expect((await fetch(`${desk.url}/api/talks/${visitor.talk}/data?token=${visitor.token}`)).status).toBe(401);
    for (let times = 0; times < 3; times++) await archive();
    const refused = await visitor.call('data');
    expect(await problemIn(refused)).toEqual({ what: '429 too-many', message: expect.stringContaining('再下载') });
  });
});

describe('an archive with very large pictures', () => {
  const ref = (id: string, size: number): FileRef => ({ id, name: '大/图.png', type: 'image/png', size });
  const line = { seq: 1, at: '2026-03-02T06:00:00.000Z', by: 'user', text: '' } as const;

  it('holds as many as there is room for, one in memory at a time, and says how many are missing', async () => {
    const files = [ref('a', 150_000_000), ref('b', 60_000_000), ref('c', 1)];
    const asked: string[] = [];
    await visitor.say('一');
    const record = await desk.store.byId(visitor.talk);
    if (!record) throw new Error('The talk is gone');
    const made = await ownDataFiles(
      {
        store: { ...desk.store, lines: async () => [{ ...line, files }] },
        vault: {
          async get(_talk, id) {
            asked.push(id);
            return { ...ref(id, 3), bytes: Buffer.from(id) };
          },
        },
        seal: desk.seal,
        knowledge: undefined,
      },
      record,
      new Date(line.at),
    );
    expect(asked).toEqual([]);
    const pieces: Buffer[] = [];
    for await (const piece of zip(made)) pieces.push(piece);
    const got = textsIn(Buffer.concat(pieces));
    expect(asked).toEqual(['a', 'c']);
    expect(got.get('图片/01-大_图.png')).toBe('a');
    expect(got.get('说明.txt')).toContain('有 1 张图片太大');
  });
});
