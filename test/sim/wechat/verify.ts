import { signatureOf } from '../crypto/signature.ts';
import { type Pushed, push } from '../push.ts';
import { type CallbackRequest, nonceOf, type SealedCall, sealedCall } from '../tencent/callback.ts';
import { bent } from '../tencent/hostile.ts';
import type { Hostile } from './ctl.ts';
import { CUT_MS, requestTo } from './deliver.ts';
import { wrapped, writerOf } from './envelope.ts';
import type { WechatWorld } from './world.ts';

const HOSTILE_USER = 'oHostile0000000000000000000';

/** The GET behind 提交 in the console: plain signature, plain echo, whatever the mode. */
export async function verifyUrl({ options, clock, random, pushTo }: WechatWorld, badSignature = false) {
  const timestamp = String(Math.floor(clock.now() / 1000));
  const nonce = nonceOf(random);
  const echostr = String(random.below(2 ** 31)) + String(random.below(2 ** 31));
  const url = new URL(pushTo);
  const signature = signatureOf(badSignature ? `${options.token}x` : options.token, timestamp, nonce);
  for (const [name, value] of Object.entries({ signature, timestamp, nonce, echostr }))
    url.searchParams.set(name, value);
  const answer = await push(clock, { url: url.href, method: 'GET', cut: CUT_MS });
  return { ok: answer.is === 'answered' && answer.status === 200 && answer.body.toString() === echostr, answer };
}

/** A request that a service must refuse; in 安全模式 and XML. */
export function hostile(world: WechatWorld, kind: Hostile): Promise<Pushed> {
  const { options, clock, random } = world;
  const secrets = { token: options.token, aesKey: options.aesKey, receiver: options.appId };
  const now = clock.now();
  const plainOf = (content: string): string =>
    writerOf('xml')({
      ToUserName: options.ghId,
      FromUserName: HOSTILE_USER,
      CreateTime: Math.floor(now / 1000),
      MsgType: 'text',
      Content: content,
      MsgId: BigInt(random.below(2 ** 31)),
    });
  const parts = {
    secrets,
    random,
    now,
    plain: plainOf('您好'),
    plainOf,
    wrap: (call: SealedCall) => wrapped(call, options.token, HOSTILE_USER, { ToUserName: options.ghId }, 'xml'),
  };
  const honest = () => parts.wrap(sealedCall(secrets, random, now, parts.plain));
  const made = (): CallbackRequest => {
    const { query, body } = honest();
    const { signature = '', timestamp = '', nonce = '', openid = '' } = query;
    if (kind === 'badMsgSignature') return { query: { ...query, msg_signature: '0'.repeat(40) }, body };
    if (kind === 'plainInSafe') return { query: { signature, timestamp, nonce, openid }, body: parts.plain };
    if (kind === 'wrongAppId') return bent('wrongReceiver', parts);
    const bad = bent(kind, parts);
    if (kind !== 'badSignature') return bad;
    const { timestamp: at = '', nonce: once = '' } = bad.query;
    return { ...bad, query: { ...bad.query, signature: signatureOf('another token', at, once) } };
  };
  return requestTo(clock, world.pushTo, { ...made(), timestamp: '', nonce: '', contentType: 'text/xml' });
}
