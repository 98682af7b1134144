import { createHash } from 'node:crypto';
import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Rates } from './store/rates.ts';

/** Keys whose refusal is remembered at once; the oldest is forgotten first. */
const REFUSED = 10_000;

/**
 * The counts of all limits in the database, for several instances. Where it
 * cannot be asked, nobody is refused for it: the route itself will say so.
 * Whoever is beyond a limit is refused without asking it again: a flood costs
 * the database no more than the limit.
 */
export function rateStore(rates: Rates, clock: () => Date): FastifyRateLimitStoreCtor {
  /** Until when, in milliseconds since 1970. */
  const refused = new Map<string, number>();
  const refuse = (digest: string, until: number): void => {
    refused.delete(digest);
    refused.set(digest, until);
    const oldest = refused.size > REFUSED ? refused.keys().next().value : undefined;
    if (oldest !== undefined) refused.delete(oldest);
  };
  return class SharedCounts implements FastifyRateLimitStore {
    readonly #route: string;

    constructor(_options: unknown, route = '') {
      this.#route = route;
    }

    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow = 60_000,
      max = Number.POSITIVE_INFINITY,
    ): void {
      const digest = digestOf(`${this.#route} ${key}`);
      const now = clock().getTime();
      const left = (refused.get(digest) ?? 0) - now;
      if (left > 0) {
        done(null, { current: max + 1, ttl: left });
        return;
      }
      rates.count(digest, timeWindow, now).then(
        ({ hits, ttl }) => {
          if (hits > max) refuse(digest, now + ttl);
          done(null, { current: hits, ttl });
        },
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
