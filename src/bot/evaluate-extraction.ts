import { z } from 'zod';
import { compareVersions, parseVersion } from '../text/version.ts';
import type { Facts } from './facts.ts';

/** A message with what it says of phone and place; null where nothing may be heard. */
export const Extract = z.object({
  q: z.string(),
  platform: z.enum(['android', 'ios', 'harmony']).nullable(),
  os_version: z.string().nullable(),
  app_version: z.string().nullable(),
  province: z.string().nullable(),
});

export type Extract = Readonly<z.output<typeof Extract>>;

type Field = 'platform' | 'osVersion' | 'appVersion' | 'province';

/** A fact heard amiss; null where it should be absent, or is. */
export interface Misheard {
  readonly field: Field;
  readonly wanted: string | null;
  readonly got: string | null;
}

export interface JudgedExtract {
  readonly item: Extract;
  readonly misheard: readonly Misheard[];
}

/** Hears every message as the first of a conversation. */
export function evaluateExtraction(
  factsIn: (message: string) => Facts,
  items: readonly Extract[],
): readonly JudgedExtract[] {
  return items.map((item) => ({ item, misheard: misheardOf(item, factsIn(item.q)) }));
}

/** Versions are the same where only trailing zeros differ: 5 is 5.0. */
function misheardOf({ platform, os_version, app_version, province }: Extract, facts: Facts): readonly Misheard[] {
  const fields: readonly (Misheard & { readonly same: typeof sameText })[] = [
    { field: 'platform', wanted: platform, got: facts.platform ?? null, same: sameText },
    { field: 'osVersion', wanted: os_version, got: facts.osVersion ?? null, same: sameVersion },
    { field: 'appVersion', wanted: app_version, got: facts.appVersion ?? null, same: sameVersion },
    { field: 'province', wanted: province, got: facts.province ?? null, same: sameText },
  ];
  return fields.flatMap(({ same, ...fact }) => (same(fact.wanted, fact.got) ? [] : [fact]));
}

function sameText(a: string | null, b: string | null): boolean {
  return a === b;
}

function sameVersion(a: string | null, b: string | null): boolean {
  const [one, other] = [parseVersion(a ?? ''), parseVersion(b ?? '')];
  return one && other ? compareVersions(one, other) === 0 : a === b;
}

interface ExtractionShares {
  /** Platform, system version and APP version all right. */
  readonly versions: number;
  /** The province right. */
  readonly places: number;
}

/** 0 to 1; NaN for an empty list. */
export function extractionShares(judged: readonly JudgedExtract[]): ExtractionShares {
  const share = (...fields: readonly Field[]): number =>
    judged.filter(({ misheard }) => !misheard.some(({ field }) => fields.includes(field))).length / judged.length;
  return { versions: share('platform', 'osVersion', 'appVersion'), places: share('province') };
}
