import type { Platform } from '../../../diagnostics/phone-fields.ts';
import { compareVersions, parseVersion, refines } from '../../../text/version.ts';
import type { Claim } from './claim.ts';
import { correctionIn } from './clause.ts';
import { couldBeRelease } from './known-release.ts';
import type { Lexicon } from './lexicon.ts';
import { boundIn, numberDenied, ofOwnPhone } from './limits.ts';
import type { Mark } from './mark.ts';
import { type Named, systemOf } from './platform.ts';
import { denied, stanceOf } from './stance.ts';

interface OsVersion {
  readonly platform?: Platform;
  readonly osVersion?: string;
  /** Said instead of a version: whether it is 5.0 or newer ("5.0以下的", "4点几"). */
  readonly atLeastAndroid5?: boolean;
}

interface Known {
  readonly named: Named;
  readonly lexicon: Lexicon;
  /** Whether the version was just asked for: a bound is then of the phone. */
  readonly asked: boolean;
}

/** The version of the system of the phone `named`; a brand that could run either gets its platform from it. */
export function osVersionIn(
  text: string,
  marks: readonly Mark[],
  claims: readonly Claim[],
  { named, lexicon, asked }: Known,
): OsVersion {
  if (named === 'unclear') return {};
  const platform = systemOf(named);
  const own = claims.filter((claim) => isOf(text, claim, marks, platform, lexicon));
  const bound = own.find((claim) => claim.numeral.vague || boundIn(text, claim));
  const value = strongest(
    text,
    own.filter((claim) => !claim.numeral.vague && !boundIn(text, claim)),
  );
  if (value === undefined) {
    const side = bound && (platform ?? 'android') === 'android' ? sideOfFive(text, bound, asked) : undefined;
    return side === undefined ? {} : { atLeastAndroid5: side };
  }
  if (
    named === 'brand-only' &&
    !couldBeRelease('harmony', value, lexicon) &&
    couldBeRelease('android', value, lexicon)
  ) {
    return { platform: 'android', osVersion: value };
  }
  return { osVersion: value };
}

function isOf(
  text: string,
  claim: Claim,
  marks: readonly Mark[],
  platform: Platform | undefined,
  lexicon: Lexicon,
): boolean {
  const { numeral, subject, sure, replaced } = claim;
  if (claim.of !== 'os' || replaced || numberDenied(text, claim)) return false;
  const of = claim.platform ?? phoneBefore(text, marks, numeral.start);
  if (platform !== undefined && of !== undefined && of !== platform) return false;
  if (subject && subject.kind !== 'os' && stanceOf(text, subject) === 0 && !denied(text, subject.start)) return false;
  const [major = 0] = parseVersion(numeral.value) ?? [];
  if (major < 1 || major > 40) return false;
  return sure || platform === undefined || couldBeRelease(platform, numeral.value, lexicon);
}

/** The phone that was last named before a place, for a bare 系统4.4. */
function phoneBefore(text: string, marks: readonly Mark[], at: number): Platform | undefined {
  const phones = marks.flatMap((mark) =>
    mark.end <= at && (mark.kind === 'system' || mark.kind === 'device' || mark.kind === 'rom') ? [mark] : [],
  );
  return phones.findLast((phone) => stanceOf(text, phone) > 0)?.platform;
}

/** The one value of the claims that count most; undefined where two of them differ. */
export function strongest(text: string, claims: readonly Claim[]): string | undefined {
  const corrected = correctionIn(text);
  const late = claims.filter(({ numeral }) => numeral.start >= corrected);
  const counted = (late.length > 0 ? late : claims).map((claim) => ({ claim, weight: weight(text, claim) }));
  const top = Math.max(0, ...counted.map((each) => each.weight));
  const values = counted.filter((each) => each.weight === top).map(({ claim }) => claim.numeral.value);
  const [longest, ...rest] = values.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return undefined;
  const version = parseVersion(longest) ?? [];
  const agree = rest.every((value) => {
    const other = parseVersion(value) ?? [];
    return refines(version, other) || compareVersions(version, other) === 0;
  });
  return agree ? longest : undefined;
}

function weight(text: string, { numeral, subject }: Claim): number {
  if (numeral.form === 'named') return 0.5;
  return subject ? Math.max(1, stanceOf(text, subject)) : 1;
}

function sideOfFive(text: string, claim: Claim, asked: boolean): boolean | undefined {
  const version = parseVersion(claim.numeral.value) ?? [];
  const atLeast = compareVersions(version, [5]) >= 0;
  if (claim.numeral.vague) return atLeast;
  if (!asked && !ofOwnPhone(text, claim)) return undefined;
  const bound = boundIn(text, claim);
  if (bound === 'above' && atLeast) return true;
  return bound === 'below' && compareVersions(version, [5]) <= 0 ? false : undefined;
}
