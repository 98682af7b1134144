import { describe, expect, it } from 'vitest';
import { ACCOUNT, account, text } from './account.ts';
import { codeOf, peerClient } from './peers.ts';

interface Answer {
  readonly access_token: string;
  readonly expires_in: number;
  readonly errcode?: number;
}
const answer = async (call: Promise<Response>): Promise<Answer> => (await (await call).json()) as Answer;
const CREDENTIAL = { grant_type: 'client_credential', appid: ACCOUNT.appId, secret: ACCOUNT.appSecret };

/** Both ways to a token, and the code a call with it is answered with. */
async function tokens() {
  const { url, ...rest } = await account();
  return {
    ...rest,
    url,
    plain: () => answer(fetch(`${url}/cgi-bin/token?${new URLSearchParams(CREDENTIAL)}`)),
    stable: (force_refresh = false) =>
      answer(
        fetch(`${url}/cgi-bin/stable_token`, {
          method: 'POST',
          body: JSON.stringify({ ...CREDENTIAL, force_refresh }),
        }),
      ),
    works: async ({ access_token: token }: Answer) =>
      (await answer(fetch(`${url}/cgi-bin/getcallbackip?access_token=${token}`))).errcode ?? 0,
  };
}

describe('access tokens of an Official Account', () => {
  it('work five minutes beside the next one of the old kind', async () => {
    const { plain, works, clock } = await tokens();
    const [first, second] = [await plain(), await plain()];
    expect(first.access_token).toHaveLength(512);
    await clock.advance(299_000);
    expect([await works(first), await works(second)]).toEqual([0, 0]);
    await clock.advance(1_000);
    expect([await works(first), await works(second)]).toEqual([40001, 0]);
  });

  it('stay the same when stable, and are renewed five minutes early', async () => {
    const { ctl, stable, plain, works, clock } = await tokens();
    const one = await stable();
    expect(one.expires_in).toBe(7200);
    await clock.advance(6_000_000);
    expect(await stable()).toEqual({ ...one, expires_in: 1200 });
    await plain();
    await clock.advance(900_000);
    const renewed = await stable();
    expect(renewed.access_token).not.toBe(one.access_token);
    expect(await works(one)).toBe(0);
    await clock.advance(300_000);
    expect([await works(one), await works(renewed)]).toEqual([42001, 0]);
    expect(ctl.tokensIssued()).toBe(3);
  });

  it('are renewed by force every 30 s, twenty times a day', async () => {
    const { stable, works, clock } = await tokens();
    const first = await stable();
    const forced = await stable(true);
    expect([await works(first), await works(forced)]).toEqual([40001, 0]);
    expect(await stable(true)).toEqual(forced);
    for (let count = 1; count < 20; count += 1) {
      await clock.advance(30_000);
      expect((await stable(true)).errcode).toBeUndefined();
    }
    await clock.advance(30_000);
    expect(await stable(true)).toMatchObject({ errcode: 45009 });
  });

  it('are 2000 a day of the old kind', async () => {
    const { plain, clock } = await tokens();
    for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 100 }, plain));
    expect(await plain()).toMatchObject({ errcode: 45009 });
    await clock.advance(24 * 3_600_000);
    expect((await plain()).errcode).toBeUndefined();
  });

  it('are refused when killed, missing or asked for with the wrong secret', async () => {
    const { ctl, url, client, silent } = await tokens();
    await silent();
    await ctl.push(text('oUser', '您好'));
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(0);
    ctl.expireTokens();
    expect(await codeOf(client.call('sendText', 'oUser', '您好'))).toBe(40001);
    expect(await answer(fetch(`${url}/cgi-bin/getcallbackip`))).toMatchObject({ errcode: 41001 });
    expect(await codeOf(peerClient(url, ACCOUNT.appId, 'wrong').call('sendText', 'oUser', '您好'))).toBe(40125);
    expect(await codeOf(peerClient(url, 'wx', ACCOUNT.appSecret).call('sendText', 'oUser', '您好'))).toBe(40013);
  });
});
