import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { HttpError } from './http-error.ts';

/** How many keys are counted at once; the longest unused is forgotten first. */
const CACHE = 50_000;

export interface Limit {
  /** Requests a minute; null where there is no limit. */
  readonly max: number | null;
  /** What is counted; addresses where it is left out. */
  readonly key?: (request: FastifyRequest) => string;
  /** What whoever goes beyond it is told. */
  readonly told: (seconds: number) => string;
}

/** A route's limit. Each route counts for itself. */
export function limit({ max, key, told }: Limit): { readonly rateLimit: RateLimitOptions | false } {
  if (max === null) return { rateLimit: false };
  return {
    rateLimit: {
      max,
      timeWindow: 60_000,
      cache: CACHE,
      ...(key && { keyGenerator: key }),
      errorResponseBuilder: (_request, { ttl }) => new HttpError(429, 'too-many', told(Math.ceil(ttl / 1000))),
    },
  };
}
