import type { Claim } from './claim.ts';
import { boundIn, numberDenied } from './limits.ts';
import { strongest } from './os-version.ts';

/** The version of the filing APP that a message tells, of several the corrected one. */
export function appVersionIn(text: string, claims: readonly Claim[]): string | undefined {
  const own = claims.filter(
    (claim) =>
      claim.of === 'app' &&
      !claim.replaced &&
      !claim.numeral.vague &&
      !boundIn(text, claim) &&
      !numberDenied(text, claim),
  );
  return strongest(text, own);
}
