import { encrypt, getSignature } from '@wecom/crypto';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, account, text } from './account.ts';
import type { PushOptions } from './ctl.ts';

const OTHER_KEY = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba';
const INNER = {
  ToUserName: 'oUser',
  FromUserName: ACCOUNT.ghId,
  CreateTime: 1772413200,
  MsgType: 'text',
  Content: '您好',
};

/** A reply sealed by `@wecom/crypto`, right but for the change. */
function sealedReply(nonce: string, change: { key?: string; receiver?: string; token?: string; json?: boolean } = {}) {
  const { key = ACCOUNT.aesKey, receiver = ACCOUNT.appId, token = ACCOUNT.token, json = false } = change;
  const xml = (fields: object) =>
    `<xml>${Object.entries(fields)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</xml>`;
  const write = json ? JSON.stringify : xml;
  const Encrypt = encrypt(key, write(INNER), receiver);
  const TimeStamp = INNER.CreateTime;
  return write({ Encrypt, MsgSignature: getSignature(token, TimeStamp, nonce, Encrypt), TimeStamp, Nonce: nonce });
}

async function answer(change: Parameters<typeof sealedReply>[1], options: PushOptions = {}) {
  const { ctl, bare } = await account();
  await bare((_body, response, request) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://service');
    response.end(sealedReply(searchParams.get('nonce') ?? '', change));
  });
  const result = await ctl.push(text('oUser', '您好'), options);
  expect(ctl.violations).toEqual([]);
  return result;
}

describe('sealed replies', () => {
  it('are shown when they are right, in both formats', async () => {
    expect(await answer({})).toMatchObject({ is: 'replied', reply: { text: '您好' } });
    expect(await answer({ json: true }, { format: 'json' })).toMatchObject({ is: 'replied', reply: { text: '您好' } });
    expect(await answer({ json: true })).toMatchObject({ is: 'userSawError' });
  });

  it('must be sealed with the key of the push', async () => {
    expect(await answer({ key: OTHER_KEY }, { aesKey: OTHER_KEY })).toMatchObject({ is: 'replied' });
    expect(await answer({}, { aesKey: OTHER_KEY })).toMatchObject({ is: 'userSawError' });
  });

  it('must be signed with the token and addressed to the account', async () => {
    expect(await answer({ token: 'another' })).toMatchObject({ is: 'userSawError', reason: 'MsgSignature differs' });
    expect(await answer({ receiver: 'wxOther' })).toMatchObject({
      is: 'userSawError',
      reason: 'reply sealed for wxOther',
    });
  });

  it('are not for an account that is in plain mode', async () => {
    expect(await answer({}, { mode: 'plain' })).toMatchObject({ is: 'userSawError', reason: 'reply is encrypted' });
    expect(await answer({}, { mode: 'compat' })).toMatchObject({ is: 'replied' });
  });
});
