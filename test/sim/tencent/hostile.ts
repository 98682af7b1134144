import { randomBytes } from 'node:crypto';
import { mispadded } from '../crypto/mispadded.ts';
import { signatureOf } from '../crypto/signature.ts';
import type { SimRandom } from '../random.ts';
import { type CallbackRequest, type CallbackSecrets, type SealedCall, sealedCall } from './callback.ts';

/** Bends of a sealed callback that both platforms' services must refuse. */
export type Bend =
  | 'badSignature'
  | 'unsigned'
  | 'stale'
  | 'wrongReceiver'
  | 'wrongKey'
  | 'tampered'
  | 'badPadding'
  | 'doctype'
  | 'megabyte'
  | 'truncated';

const HOUR_MS = 3_600_000;
const DOCTYPE = '<!DOCTYPE xml [<!ENTITY own SYSTEM "file:///etc/passwd">]>';

export interface BendParts {
  readonly secrets: CallbackSecrets;
  readonly random: SimRandom;
  readonly now: number;
  /** The plaintext of an honest push, and the same with so much content. */
  readonly plain: string;
  readonly plainOf: (content: string) => string;
  /** The platform's request around a sealed call. */
  readonly wrap: (call: SealedCall) => CallbackRequest;
}

/** Another byte at `place` (from the end) of the ciphertext. */
const flipped = (sealed: string, place: number): string => {
  const bytes = Buffer.from(sealed, 'base64');
  const at = bytes.length - place;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64');
};

/** An honest callback, bent. Everything but the bend is right, so that only the check in question can refuse it. */
export function bent(bend: Bend, { secrets, random, now, plain, plainOf, wrap }: BendParts): CallbackRequest {
  const call = (change: Partial<CallbackSecrets> = {}, text = plain, at = now): SealedCall =>
    sealedCall({ ...secrets, ...change }, random, at, text);
  const honest = call();
  switch (bend) {
    case 'badSignature':
      return wrap(call({ token: `${secrets.token}x` }));
    case 'unsigned':
      return { query: {}, body: wrap(honest).body };
    case 'stale':
      return wrap(call({}, plain, now - HOUR_MS));
    case 'wrongReceiver':
      return wrap(call({ receiver: `${secrets.receiver.slice(0, -1)}_` }));
    case 'wrongKey':
      return wrap(call({ aesKey: randomBytes(32).toString('base64').slice(0, 43) }));
    case 'tampered':
      return wrap({ ...honest, sealed: flipped(honest.sealed, 20) });
    case 'badPadding': {
      const sealed = mispadded(secrets.aesKey, honest.sealed);
      return wrap({
        ...honest,
        sealed,
        msgSignature: signatureOf(secrets.token, honest.timestamp, honest.nonce, sealed),
      });
    }
    case 'doctype': {
      const { query, body } = wrap(honest);
      return { query, body: DOCTYPE + body.replace(/<ToUserName>.*?<\/ToUserName>/, '<ToUserName>&own;</ToUserName>') };
    }
    case 'megabyte':
      return wrap(call({}, plainOf('长'.repeat(350_000))));
    case 'truncated': {
      const { query, body } = wrap(honest);
      return { query, body: body.slice(0, body.length >> 1) };
    }
  }
}
