import { aesKeyOf } from '../vendor/callback/aes-key.ts';
import { isFresh } from '../vendor/callback/callback-query.ts';
import type { Fields, Format } from '../vendor/callback/fields.ts';
import { readFields } from '../vendor/callback/read-fields.ts';
import {
  type CallbackQuery,
  type CallbackSecrets,
  openCallback,
  sealAnswer,
} from '../vendor/callback/sealed-callback.ts';
import { isSigned } from '../vendor/callback/signature.ts';
import { writeFields } from '../vendor/callback/write-fields.ts';
import type { WechatConfig } from '../vendor/channel-configs.ts';

/** Why a push is not taken. */
export type PushFault = 'signature' | 'stale' | 'key' | 'unencrypted' | 'no-key' | 'unreadable';

/** A push that is the platform's. */
interface Push {
  readonly fields: Fields;
  /** Its signature covers what it says. */
  readonly isSealed: boolean;
  /** The body of an answer in its format and mode. `at`: now. */
  write(answer: Readonly<Record<string, string | number>>, at: Date): string;
}

export function secretsOf({ token, appId, aesKey, previousAesKey }: WechatConfig): CallbackSecrets {
  const keys = [aesKey, previousAesKey].filter((key) => key !== undefined).map(aesKeyOf);
  return { token, receiver: appId, keys };
}

/** Whether the platform asked: of a plain push, and of the check of the address in whichever mode. Says nothing of a body. */
export function isPlatforms({ token }: CallbackSecrets, { signature, timestamp, nonce }: CallbackQuery): boolean {
  return isSigned(signature, token, timestamp, nonce);
}

/**
 * Verifies, opens and reads a push. Where a key is set, nothing unencrypted is
 * taken, since the signature of a plain push does not cover its body.
 */
export function openPush(secrets: CallbackSecrets, query: CallbackQuery, body: string, now: Date): Push | PushFault {
  const outer = readFields(body);
  const isSealed = query.encrypt_type === 'aes';
  if (!isSealed || secrets.keys.length === 0) {
    if (!isPlatforms(secrets, query)) return 'signature';
    if (!isFresh(query, now)) return 'stale';
    if (!isSealed && secrets.keys.length > 0) return 'unencrypted';
    if (!outer) return 'unreadable';
    // 兼容模式 says everything twice, and takes an answer either way.
    if (isSealed && outer.fields.FromUserName === undefined) return 'no-key';
    return { fields: outer.fields, isSealed: false, write: (answer) => writeFields(outer.format, answer) };
  }
  const opened = openCallback(secrets, query, outer?.fields.Encrypt);
  if (typeof opened === 'string') return opened;
  if (!isFresh(query, now)) return 'stale';
  const inner = readFields(opened.text);
  if (!inner) return 'unreadable';
  const format: Format = outer?.format ?? inner.format;
  return {
    fields: inner.fields,
    isSealed: true,
    write: (answer, at) =>
      sealAnswer(secrets, {
        format,
        text: writeFields(inner.format, answer),
        key: opened.key,
        timestamp: Math.floor(at.getTime() / 1_000),
        nonce: query.nonce ?? '',
      }),
  };
}
