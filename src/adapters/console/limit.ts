import type { RateLimitOptions } from '@fastify/rate-limit';
import { HttpError } from '../http-error.ts';
import type { Desk } from './desk.ts';

/** Attempts to sign in from one address a minute. A whole desk may share one, so it is generous. */
const SIGN_INS = 60;

/** How many addresses are counted at once; the longest unused is forgotten first. */
const CACHE = 50_000;

/** A route's limit for each address. */
export function perAddress({ rateLimit }: Pick<Desk, 'rateLimit'>): { readonly rateLimit: RateLimitOptions | false } {
  if (rateLimit === null) return { rateLimit: false };
  return {
    rateLimit: {
      max: SIGN_INS,
      timeWindow: 60_000,
      cache: CACHE,
      errorResponseBuilder: (_request, { ttl }) =>
        new HttpError(429, 'too-many', `从这个网络登录得太频繁了，请等 ${Math.ceil(ttl / 1000)} 秒再试。`),
    },
  };
}
