import { createHash } from 'node:crypto';
import type { Time } from '../vendor/vendor-parts.ts';

/** Milliseconds for which a signature is fresh, on either side of now. */
const KEPT = 1_200_000;

/**
 * Which body came under which signature. That of a plain push does not cover
 * its body, so whoever sees one address could put other words under it.
 */
export function seenBodies(time: Time): { isFirstOrSame(signature: string, body: string): boolean } {
  const seen = new Map<string, { readonly digest: string; readonly until: number }>();
  return {
    isFirstOrSame(signature, body) {
      const now = time.now().getTime();
      for (const [old, { until }] of seen) {
        if (until > now) break;
        seen.delete(old);
      }
      const digest = createHash('sha256').update(body).digest('base64');
      const before = seen.get(signature);
      if (!before) seen.set(signature, { digest, until: now + KEPT });
      return before === undefined || before.digest === digest;
    },
  };
}
