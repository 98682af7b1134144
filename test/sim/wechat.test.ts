import { describe, expect, it } from 'vitest';
import { ACCOUNT, account, JPEG, text } from './wechat/account.ts';

describe('pushes, received by the wechat middleware', () => {
  it.each(['plain', 'safe', 'compat'] as const)('are understood and answered in %s mode', async (mode) => {
    const { ctl, peer } = await account();
    const heard: unknown[] = [];
    await peer(({ message, reply }) => {
      heard.push(message);
      reply(`您说：${message.Content}`);
    });
    const result = await ctl.push(text('oUser', '备案 <b> & 您好'), { mode });
    expect(result).toMatchObject({ is: 'replied', reply: { type: 'text', text: '您说：备案 <b> & 您好' } });
    expect(heard).toMatchObject([
      { FromUserName: 'oUser', ToUserName: ACCOUNT.ghId, MsgType: 'text', MsgId: result.msgId },
    ]);
    expect(ctl.sent('oUser').map((sent) => [sent.via, sent.type])).toEqual([['passive', 'text']]);
    // The middleware's own habits: milliseconds where seconds are due, and a nonce of its own.
    const habits = mode === 'plain' ? [/CreateTime/] : [/TimeStamp/, /Nonce/, /CreateTime/];
    expect(ctl.violations).toHaveLength(habits.length);
    habits.forEach((habit, place) => {
      expect(ctl.violations[place]).toMatch(habit);
    });
  });

  it('split what would end a CDATA section, and see that the middleware does not', async () => {
    const { ctl, peer } = await account();
    const heard: unknown[] = [];
    await peer(({ message, reply }) => {
      heard.push(message.Content);
      reply(message.Content);
    });
    expect(await ctl.push(text('oUser', 'a[b[0]]>1'))).toMatchObject({
      is: 'userSawError',
      reason: ']]> outside CDATA',
    });
    expect(heard).toEqual(['a[b[0]]>1']);
  });

  it('carry every kind of message and event', async () => {
    const { ctl, peer } = await account();
    const heard: Readonly<Record<string, string>>[] = [];
    await peer(({ message, reply }) => {
      heard.push(message);
      reply('');
    });
    const from = 'oUser';
    const all = [
      { is: 'image', from, bytes: JPEG },
      { is: 'voice', from, bytes: Buffer.from('#!AMR\n'), recognition: '怎么备案' },
      { is: 'video', from, bytes: Buffer.from('....ftyp') },
      { is: 'location', from, latitude: 30.27, longitude: 120.15, label: '杭州市' },
      { is: 'link', from, title: '标题', description: '说明', url: 'https://example.com/a?b=c&d=e' },
      { is: 'subscribe', from, scene: '7' },
      { is: 'SCAN', from, scene: '7' },
      { is: 'CLICK', from, key: 'human' },
      { is: 'VIEW', from, url: 'https://example.com/' },
      { is: 'LOCATION', from, latitude: 30.27, longitude: 120.15 },
      { is: 'kf_switch_session', from, account: 'kf1@gh', to: 'kf2@gh' },
      { is: 'unsubscribe', from },
    ] as const;
    for (const message of all) expect(await ctl.push(message)).toMatchObject({ is: 'accepted' });
    expect(heard.map(({ MsgType, Event }) => Event ?? MsgType)).toEqual(all.map(({ is }) => is));
    expect(heard.map(({ MsgId }) => MsgId !== undefined)).toEqual(all.map((_, place) => place < 5));
    expect(heard[1]).toMatchObject({ Format: 'amr', Recognition: '怎么备案' });
    expect(heard[3]).toMatchObject({ Location_X: '30.27', Location_Y: '120.15', Scale: '16', Label: '杭州市' });
    expect(heard[5]).toMatchObject({ EventKey: 'qrscene_7', Ticket: 'ticket-7' });
    expect(heard[6]).toMatchObject({ EventKey: '7' });
    const picture = await fetch(heard[0]?.PicUrl ?? '');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(JPEG);
  });

  it('verify the address', async () => {
    const { ctl, peer } = await account();
    await peer(({ reply }) => reply(''));
    expect(await ctl.verifyUrl()).toMatchObject({ ok: true });
    expect(await ctl.verifyUrl({ badSignature: true })).toMatchObject({ ok: false, answer: { status: 401 } });
  });

  it('can be hostile, and the middleware refuses what it checks', async () => {
    const { ctl, peer } = await account();
    const heard: unknown[] = [];
    await peer(({ message, reply }) => {
      heard.push(message);
      reply('');
    });
    for (const kind of ['badSignature', 'badMsgSignature', 'unsigned', 'tampered'] as const) {
      expect([kind, await ctl.hostile(kind)]).toMatchObject([kind, { status: 401 }]);
    }
    for (const kind of ['truncated', 'wrongKey'] as const) {
      expect([kind, await ctl.hostile(kind)]).toMatchObject([kind, { is: expect.stringMatching(/answered|failed/) }]);
    }
    expect(heard).toEqual([]);
    // What it does not check comes through, so these requests are right in everything else.
    for (const kind of ['stale', 'wrongAppId', 'badPadding', 'megabyte', 'plainInSafe'] as const) {
      expect([kind, await ctl.hostile(kind)]).toMatchObject([kind, { status: 200 }]);
    }
    expect(heard).toHaveLength(5);
    expect(await ctl.hostile('doctype')).toMatchObject({ is: 'answered' });
  });

  it('hand a user to the desk of the platform, which keeps what they write until the agent closes', async () => {
    const { ctl, peer, clock } = await account();
    const heard: (string | undefined)[] = [];
    await peer(({ message, reply, transfer }) => {
      heard.push(message.Event ?? message.Content);
      message.Content === '转人工' ? transfer() : reply('');
    });
    expect(await ctl.push(text('oUser', '转人工'))).toMatchObject({ reply: { type: 'transfer_customer_service' } });
    expect(ctl.sent('oUser')).toEqual([]);
    expect(ctl.desk('oUser')).toBe('waiting');
    expect(await ctl.push(text('oUser', '还在吗'))).toMatchObject({ is: 'accepted' });
    await ctl.agentAccept('oUser', 'kf1@gh');
    ctl.agentSay('oUser', '您好');
    expect(await ctl.push(text('oUser', '给人工的话'))).toMatchObject({ is: 'bypassed', agent: 'kf1@gh' });
    await ctl.agentClose('oUser');
    expect(await ctl.push(text('oUser', '回来了'))).toMatchObject({ is: 'accepted' });
    expect(heard).toEqual(['转人工', '还在吗', 'kf_create_session', 'kf_close_session', '回来了']);
    expect(ctl.sent('oUser').map(({ via, text: said }) => [via, said])).toEqual([['agent', '您好']]);

    await ctl.push(text('oUser', '转人工'));
    await ctl.agentAccept('oUser');
    await clock.advance(30 * 60_000);
    expect(ctl.desk('oUser')).toBe('none');
    expect(heard.at(-1)).toBe('kf_close_session');
  });

  it('keep a user whose named agent is away', async () => {
    const { ctl, peer } = await account();
    await peer(({ message, reply, transfer }) => (message.Content ? transfer('away@gh') : reply('')));
    await ctl.push(text('oUser', '转人工'));
    expect(ctl.desk('oUser')).toBe('held');
    expect(await ctl.push(text('oUser', '有人吗'))).toMatchObject({ is: 'bypassed', agent: 'away@gh' });
  });
});
