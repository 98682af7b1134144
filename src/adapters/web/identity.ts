import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Seal } from '../../bot/ports.ts';
import { HttpError } from '../http-error.ts';

/** Who somebody is, as the page around the conversation says and has signed. */
export interface Signed {
  readonly user?: string | undefined;
  /** HMAC-SHA256 of the user with the secret that both sides have: hexadecimal or base64url. */
  readonly signature?: string | undefined;
}

/**
 * The keyed digest of a user whose signature is right; undefined where none is told. The same person has the same one
 * whatever the channel, and nobody can tell from it who it is. Throws an HttpError for everything else.
 */
export function identityOf(
  { user, signature }: Signed,
  secret: string | undefined,
  seal: Pick<Seal, 'digest'>,
): string | undefined {
  if (user === undefined && signature === undefined) return undefined;
  if (user === undefined || signature === undefined) {
    throw new HttpError(400, 'bad-request', 'user 和 signature 要一起发：signature 是 user 的 HMAC-SHA256。');
  }
  if (secret === undefined) {
    const message =
      '这里没有开启登录身份的核对，不影响继续对话。（给管理员：请设置 IDENTITY_SECRET，并用它签名 user。）';
    throw new HttpError(400, 'identity-off', message);
  }
  if (!isSignedBy(secret, user, signature)) {
    const message =
      '登录身份没有核对上，不影响继续对话。（给管理员：signature 要是用 IDENTITY_SECRET 对 user 做的 HMAC-SHA256。）';
    throw new HttpError(400, 'bad-signature', message);
  }
  return seal.digest(`identity\n${user}`);
}

function isSignedBy(secret: string, user: string, signature: string): boolean {
  const right = createHmac('sha256', secret).update(user, 'utf8').digest();
  const given = Buffer.from(signature, /^[\da-f]{64}$/i.test(signature) ? 'hex' : 'base64url');
  return given.length === right.length && timingSafeEqual(given, right);
}
