import { signatureOf } from '../crypto/signature.ts';
import { writeJson } from '../crypto/write-json.ts';
import { type Fields, writeXml } from '../crypto/write-xml.ts';
import type { SimRandom } from '../random.ts';
import { type CallbackRequest, type CallbackSecrets, type SealedCall, sealedCall } from '../tencent/callback.ts';
import type { PushOptions } from './ctl.ts';

/** A push ready to be sent, with what its answer will be checked against. */
export interface Enveloped extends CallbackRequest {
  readonly timestamp: string;
  readonly nonce: string;
  readonly contentType: string;
}

export const writerOf = (format: PushOptions['format']) => (format === 'json' ? writeJson : writeXml);

/** Query and body around a sealed call; `openFields` are the plain ones that stand beside Encrypt in 兼容模式. */
export function wrapped(
  { sealed, timestamp, nonce, msgSignature }: SealedCall,
  token: string,
  openid: string,
  openFields: Fields,
  format: PushOptions['format'],
): CallbackRequest {
  return {
    query: {
      signature: signatureOf(token, timestamp, nonce),
      timestamp,
      nonce,
      openid,
      encrypt_type: 'aes',
      msg_signature: msgSignature,
    },
    body: writerOf(format)({ ...openFields, Encrypt: sealed }),
  };
}

/** Fields in the mode and format of the account, signed with the time (ms) and a new nonce. */
export function enveloped(
  fields: Fields,
  { mode = 'safe', format = 'xml' }: PushOptions,
  secrets: CallbackSecrets,
  random: SimRandom,
  now: number,
): Enveloped {
  const write = writerOf(format);
  const contentType = format === 'json' ? 'application/json' : 'text/xml';
  const openid = String(fields.FromUserName);
  const call = sealedCall(secrets, random, now, write(fields));
  const { timestamp, nonce } = call;
  const vouched = { timestamp, nonce, contentType };
  if (mode === 'plain') {
    const signature = signatureOf(secrets.token, timestamp, nonce);
    return { ...vouched, query: { signature, timestamp, nonce, openid }, body: write(fields) };
  }
  const openFields: Fields = mode === 'compat' ? fields : { ToUserName: fields.ToUserName ?? '' };
  return { ...vouched, ...wrapped(call, secrets.token, openid, openFields, format) };
}
