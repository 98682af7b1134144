import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { HttpError } from '../http-error.ts';
import { recordOf } from './authenticate.ts';
import type { Web } from './web.ts';

/** Talks that one address may open a minute. Many phones share one address, so it is generous. */
const OPENINGS = 60;

/** How many keys are counted at once; the longest unused is forgotten first. */
const CACHE = 50_000;

/** A route's limit for each talk: `rateLimit` a minute. Each route counts for itself. */
export function perTalk({ rateLimit }: Pick<Web, 'rateLimit'>) {
  return limit(rateLimit, (request) => recordOf(request).id);
}

/** A route's limit for each address. */
export function perAddress({ rateLimit }: Pick<Web, 'rateLimit'>) {
  return limit(rateLimit === null ? null : OPENINGS);
}

function limit(
  max: number | null,
  keyGenerator?: (request: FastifyRequest) => string,
): { readonly rateLimit: RateLimitOptions | false } {
  if (max === null) return { rateLimit: false };
  return {
    rateLimit: {
      max,
      timeWindow: 60_000,
      cache: CACHE,
      ...(keyGenerator && { keyGenerator }),
      errorResponseBuilder: (_request, { ttl }) =>
        new HttpError(429, 'too-many', `您发得太快了，请等 ${Math.ceil(ttl / 1000)} 秒再发。`),
    },
  };
}
