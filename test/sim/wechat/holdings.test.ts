import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { account, JPEG, text } from './account.ts';
import { codeOf } from './peers.ts';

const file = (name: string, bytes: Buffer): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'sim-')), name);
  writeFileSync(path, bytes);
  return path;
};

describe('media, menus and users, asked for by wechat-api', () => {
  it('keeps media three days, and checks what is uploaded', async () => {
    const { ctl, client, fresh, silent, clock } = await account();
    await silent();
    const { media_id: id } = (await client.call('uploadMedia', file('a.jpg', JPEG), 'image')) as { media_id: string };
    expect(ctl.media(id)).toEqual(JPEG);
    expect(await client.call('getMedia', id)).toEqual(JPEG);
    await ctl.push(text('oUser', '您好'));
    await client.call('sendImage', 'oUser', id);
    expect(ctl.sent('oUser')).toMatchObject([{ type: 'image', mediaId: id }]);
    const video = ctl.putMedia('video', Buffer.from('....ftyp'));
    expect(await client.call('getMedia', video)).toMatchObject({ video_url: expect.stringContaining(video) });
    expect(await codeOf(client.call('uploadMedia', file('a.jpg', Buffer.from('no picture')), 'image'))).toBe(40005);
    const big = Buffer.concat([JPEG, Buffer.alloc(2 * 1024 * 1024)]);
    expect(await codeOf(client.call('uploadMedia', file('a.jpg', big), 'image'))).toBe(40009);
    ctl.rule({ imageLimit: 10 * 1024 * 1024 });
    expect(await codeOf(client.call('uploadMedia', file('a.jpg', big), 'image'))).toBe(0);
    await clock.advance(72 * 3_600_000);
    expect(await codeOf(fresh().call('getMedia', id))).toMatch(/media_id/);
  });

  it('shows that the account is typing', async () => {
    const { ctl, url, client, silent, clock } = await account();
    await silent();
    await ctl.push(text('oUser', '您好'));
    await client.call('sendText', 'oUser', '请稍候');
    const token = ctl.log.at(-1)?.query.get('access_token');
    const typing = async (command: string) => {
      const body = JSON.stringify({ touser: 'oUser', command });
      const response = await fetch(`${url}/cgi-bin/message/custom/typing?access_token=${token}`, {
        method: 'POST',
        body,
      });
      return ((await response.json()) as { errcode: number }).errcode;
    };
    expect([await typing('Typing'), ctl.typing('oUser'), await typing('Typing')]).toEqual([0, true, 45081]);
    await clock.advance(15_000);
    expect([ctl.typing('oUser'), await typing('Typing')]).toEqual([false, 0]);
    await client.call('sendText', 'oUser', '好了');
    expect([ctl.typing('oUser'), await typing('Typing'), await typing('CancelTyping')]).toEqual([false, 0, 0]);
    expect([ctl.typing('oUser'), await typing('Dance')]).toEqual([false, 45072]);
    await clock.advance(30_001);
    expect(await typing('Typing')).toBe(45080);
  });

  it('checks menus and keeps the good one', async () => {
    const { ctl, client } = await account();
    const click = { type: 'click', name: '转人工', key: 'human' };
    const sub = (length: number) => ({ name: '更多', sub_button: [{ ...click, name: 'n'.repeat(length) }] });
    const create = (...button: readonly unknown[]) => codeOf(client.call('createMenu', { button }));
    expect(await create(click, click, click, click)).toBe(40016);
    expect(await create({ ...click, name: '备'.repeat(6) })).toBe(40018);
    expect(await create({ ...click, key: 'k'.repeat(129) })).toBe(40019);
    expect(await create({ type: 'view', name: '网站', url: `https://${'a'.repeat(256)}` })).toBe(40020);
    expect(await create({ ...click, type: 'dance' })).toBe(40017);
    expect(await create({ name: '更多', sub_button: Array.from({ length: 6 }, () => click) })).toBe(40023);
    expect(await create(sub(41))).toBe(40025);
    expect(ctl.menu()).toBeUndefined();
    ctl.rule({ menuSubName: 60 });
    expect(await create(sub(41))).toBe(0);
    expect(await create(click, sub(10))).toBe(0);
    expect(ctl.menu()).toEqual({ button: [click, sub(10)] });
    expect(await client.call('getMenu')).toMatchObject({ menu: { button: [click, sub(10)] } });
  });

  it('tells the unionid of a user', async () => {
    const { ctl, client } = await account();
    ctl.user('oUser', { unionid: 'union-1' });
    expect(await client.call('getUser', 'oUser')).toMatchObject({ subscribe: 1, unionid: 'union-1' });
    expect(await client.call('batchGetUsers', ['oUser'])).toMatchObject({ user_info_list: [{ unionid: 'union-1' }] });
    ctl.user('oUser', { subscribed: false });
    expect(await client.call('getUser', 'oUser')).toMatchObject({ subscribe: 0 });
    expect(await codeOf(client.call('getUser', 'oNobody'))).toBe(40003);
    expect(await client.call('getIp')).toMatchObject({ ip_list: ['127.0.0.1'] });
  });
});
