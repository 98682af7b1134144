import { limit } from '../http-limit.ts';
import type { Desk } from './desk.ts';

/** Attempts to sign in from one address a minute. A whole desk may share one, so it is generous. */
const SIGN_INS = 60;

/** A route's limit for each address. */
export function perAddress({ rateLimit }: Pick<Desk, 'rateLimit'>) {
  return limit({
    max: rateLimit === null ? null : SIGN_INS,
    told: (seconds) => `从这个网络登录得太频繁了，请等 ${seconds} 秒再试。`,
  });
}
