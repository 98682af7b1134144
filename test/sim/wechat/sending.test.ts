import { describe, expect, it } from 'vitest';
import { account, text } from './account.ts';
import { codeOf } from './peers.ts';

describe('custom/send, called by wechat-api', () => {
  it('sends what the user then sees, five times in 48 h', async () => {
    const { ctl, client, fresh, silent, clock } = await account();
    await silent();
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(40003);
    await ctl.push(text('oUser', '您好'));
    for (const said of ['一', '二', '三', '四', '五']) await client.call('sendText', 'oUser', said);
    expect(ctl.sent('oUser').map((sent) => sent.text)).toEqual(['一', '二', '三', '四', '五']);
    expect(await codeOf(client.call('sendText', 'oUser', '六'))).toBe(45047);
    await ctl.push(text('oUser', '再问'));
    expect(ctl.quotaLeft('oUser')).toBe(5);
    await clock.advance(48 * 3_600_000);
    expect(await codeOf(fresh().call('sendText', 'oUser', '晚了'))).toBe(45015);
  });

  it('follows the older quota where told', async () => {
    const { ctl, client, silent } = await account({ rules: { quotaProfile: 'legacy20' } });
    await silent();
    await ctl.push(text('oUser', '您好'));
    for (let count = 0; count < 20; count += 1) await client.call('sendText', 'oUser', String(count));
    expect(await codeOf(client.call('sendText', 'oUser', '多了'))).toBe(45047);
  });

  it('gives three messages in a minute for a menu click', async () => {
    const { ctl, client, silent, clock } = await account();
    await silent();
    await ctl.push({ is: 'CLICK', from: 'oUser', key: 'human' });
    for (const said of ['一', '二', '三']) await client.call('sendText', 'oUser', said);
    expect(await codeOf(client.call('sendText', 'oUser', '四'))).toBe(45047);
    await ctl.push({ is: 'CLICK', from: 'oUser', key: 'human' });
    await clock.advance(60_000);
    expect(await codeOf(client.call('sendText', 'oUser', '晚了'))).toBe(45015);
  });

  it('refuses what is too long, whom it lost, and who is not verified', async () => {
    const { ctl, client, silent } = await account();
    await silent();
    await ctl.push(text('oUser', '您好'));
    expect(await codeOf(client.call('sendText', 'oUser', '备'.repeat(683)))).toBe(45002);
    expect(await codeOf(client.call('sendText', 'oUser', `${'备'.repeat(682)}ab`))).toBe(0);
    expect(await codeOf(client.call('sendText', 'oUser', ''))).toBe(44004);
    expect(await codeOf(client.call('sendImage', 'oUser', 'no-such-media'))).toBe(40007);
    await ctl.push({ is: 'unsubscribe', from: 'oUser' });
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(45015);
    const bare = await account({ verified: false });
    expect(await codeOf(bare.client.call('sendText', 'oUser', '您好'))).toBe(48001);
  });

  it('answers planned codes, faults and rules', async () => {
    const { ctl, client, silent, url } = await account();
    await silent();
    await ctl.push(text('oUser', '您好'));
    for (const errcode of [-1, 45009, 45011, 43019]) {
      ctl.refuse('custom/send', errcode);
      expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(errcode);
    }
    ctl.fault({ match: 'custom/send', kind: 'rateLimited' });
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(45009);
    ctl.rule({ refuseEscapes: true });
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(0);
    const token = ctl.log.at(-1)?.query.get('access_token');
    const escaped = await fetch(`${url}/cgi-bin/message/custom/send?access_token=${token}`, {
      method: 'POST',
      body: '{"touser":"oUser","msgtype":"text","text":{"content":"\\u60a8"}}',
    });
    expect(await escaped.json()).toMatchObject({ errcode: 47001 });
    ctl.rule({ allowedIps: [] });
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(40164);
  });

  it('scatters messages where told', async () => {
    const { ctl, client, silent, clock } = await account({ seed: 3, rules: { scatter: 1000 } });
    await silent();
    await ctl.push(text('oUser', '您好'));
    const said = ['一', '二', '三', '四', '五'];
    for (const one of said) await client.call('sendText', 'oUser', one);
    await clock.advance(1000);
    const seen = ctl.sent('oUser').map((sent) => sent.text);
    expect([...seen].sort()).toEqual([...said].sort());
    expect(seen).not.toEqual(said);
  });
});
