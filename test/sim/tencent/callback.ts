import { seal } from '../crypto/sealed.ts';
import { signatureOf } from '../crypto/signature.ts';
import type { SimRandom } from '../random.ts';

/** What platform and service share to sign and seal callbacks. `receiver` is whom the envelope is addressed to. */
export interface CallbackSecrets {
  readonly token: string;
  readonly aesKey: string;
  readonly receiver: string;
}

/** One request to the callback address. */
export interface CallbackRequest {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sealed text and the three parts of the query that vouch for it. */
export interface SealedCall {
  readonly sealed: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly msgSignature: string;
}

/** 16 bytes of salt as the platforms make them: letters and digits. */
export const saltOf = (random: SimRandom): Buffer => Buffer.from(random.id(16));

/** A nonce as the platforms make them: up to ten digits. */
export const nonceOf = (random: SimRandom): string => String(random.below(2 ** 31));

/** Seals and signs `text` at `now` (ms). */
export function sealedCall(secrets: CallbackSecrets, random: SimRandom, now: number, text: string): SealedCall {
  const sealed = seal(secrets.aesKey, text, secrets.receiver, saltOf(random));
  const timestamp = String(Math.floor(now / 1000));
  const nonce = nonceOf(random);
  return { sealed, timestamp, nonce, msgSignature: signatureOf(secrets.token, timestamp, nonce, sealed) };
}
