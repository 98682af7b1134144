import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Http } from './http.ts';
import { HttpError } from './http-error.ts';
import { rateStore } from './rate-store.ts';
import type { Rates } from './store/rates.ts';

/** How many keys are counted at once; the longest unused is forgotten first. */
const CACHE = 50_000;

interface Limit {
  /** Requests a minute; null where there is no limit. */
  readonly max: number | null;
  /** What is counted; addresses where it is left out. */
  readonly key?: (request: FastifyRequest) => string;
  /** What whoever goes beyond it is told. */
  readonly told: (seconds: number) => string;
}

/** Where the limits of a scope's routes are counted: over all instances, or in this one where there are no `rates`. */
export async function countLimits(
  scope: Http,
  { rates, clock }: { readonly rates?: Rates | undefined; readonly clock: () => Date },
): Promise<void> {
  await scope.register(rateLimit, { global: false, ...(rates && { store: rateStore(rates, clock) }) });
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
