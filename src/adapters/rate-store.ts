import { createHash } from 'node:crypto';
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Rates } from './store/rates.ts';

/**
 * The counts of all limits in the database, for several instances. Where it
 * cannot be asked, nobody is refused for it: the route itself will say so.
 */
export function rateStore(rates: Rates, clock: () => Date): FastifyRateLimitStoreCtor {
  return class SharedCounts implements FastifyRateLimitStore {
    readonly #route: string;

    constructor(_options: unknown, route = '') {
      this.#route = route;
    }

    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow = 60_000,
    ): void {
      rates.count(digestOf(`${this.#route} ${key}`), timeWindow, clock().getTime()).then(
        ({ hits, ttl }) => done(null, { current: hits, ttl }),
        () => done(null, { current: 0, ttl: timeWindow }),
      );
    }

    // What it is given holds the route, whatever its type says.
    child(options: unknown) {
      const { routeInfo } = options as { readonly routeInfo?: { readonly method: unknown; readonly url: string } };
      return new SharedCounts({}, `${String(routeInfo?.method)} ${routeInfo?.url}`);
    }
  };
}

/** Addresses are nobody's business afterwards. */
function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
