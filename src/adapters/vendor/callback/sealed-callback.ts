import type { Format } from './fields.ts';
import { openSealed, sealText } from './sealed-text.ts';
import { isSigned, signatureOf } from './signature.ts';
import { writeFields } from './write-fields.ts';

/** What proves that a callback comes from the platform. */
export interface CallbackSecrets {
  readonly token: string;
  /** Whom the platform writes to: the AppID, or the id of the enterprise. */
  readonly receiver: string;
  /** The key in use first, then the one before it. */
  readonly keys: readonly Buffer[];
}

/** What stands in the address of a callback. Whatever was written twice is missing. */
export interface CallbackQuery {
  readonly signature?: string;
  readonly msg_signature?: string;
  readonly timestamp?: string;
  readonly nonce?: string;
  readonly encrypt_type?: string;
  readonly echostr?: string;
}

/** What was encrypted, and the key that opened it: an answer is sealed with the same. */
interface OpenedCallback {
  readonly text: string;
  readonly key: Buffer;
}

/** Opens `sealed`, the field Encrypt of a body or the echostr of an address. `signature`, `key`: what was wrong. */
export function openCallback(
  { token, receiver, keys }: CallbackSecrets,
  { msg_signature, timestamp, nonce }: CallbackQuery,
  sealed: string | undefined,
): OpenedCallback | 'signature' | 'key' {
  if (sealed === undefined || !isSigned(msg_signature, token, timestamp, nonce, sealed)) return 'signature';
  for (const key of keys) {
    const text = openSealed(key, receiver, sealed);
    if (text !== undefined) return { text, key };
  }
  return 'key';
}

interface SealedAnswer {
  readonly format: Format;
  readonly text: string;
  readonly key: Buffer;
  /** Seconds since 1970. */
  readonly timestamp: number;
  /** That of the callback. */
  readonly nonce: string;
  /** 16 bytes; fresh ones where left out. */
  readonly random?: Uint8Array;
}

/** The body that answers a callback in the platform's own envelope. */
export function sealAnswer(
  { token, receiver }: Pick<CallbackSecrets, 'token' | 'receiver'>,
  { format, text, key, timestamp, nonce, random }: SealedAnswer,
): string {
  const Encrypt = sealText(key, receiver, text, random);
  const MsgSignature = signatureOf(token, String(timestamp), nonce, Encrypt);
  return writeFields(format, { Encrypt, MsgSignature, TimeStamp: timestamp, Nonce: nonce });
}
