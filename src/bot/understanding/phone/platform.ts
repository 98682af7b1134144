import type { Platform } from '../../../diagnostics/phone-fields.ts';
import type { Claim } from './claim.ts';
import { correctionIn } from './clause.ts';
import type { Mark } from './mark.ts';
import { denied, stanceOf } from './stance.ts';

/** Which phone a message is about. `unclear`: several alike. `brand-only`: a brand that could run either system (华为). */
export type Named = Platform | 'unclear' | 'brand-only' | undefined;

/** The system, where one is clear. */
export function systemOf(named: Named): Platform | undefined {
  return named === 'unclear' || named === 'brand-only' ? undefined : named;
}

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly platform: Platform | undefined;
  readonly weight: number;
  /** It tells Android and HarmonyOS apart. */
  readonly exact: boolean;
}

/**
 * Of all phones that are named the one with the strongest stance, of those
 * after a correction where there are any. A brand that could run either system
 * takes the one that is named beside it (华为 Android 10).
 */
export function platformIn(text: string, marks: readonly Mark[], claims: readonly Claim[]): Named {
  const all = marks.flatMap((mark) => mention(text, mark, claims));
  const corrected = correctionIn(text);
  const late = all.filter(({ start }) => start >= corrected);
  const counted = late.some(({ platform }) => platform) ? late : all;
  const named = counted.filter(({ platform }) => platform !== undefined);
  const brands = counted.filter(({ platform }) => platform === undefined);
  if (wearsHarmony(text, named)) return 'harmony';
  const top = Math.max(0, ...named.map(({ weight }) => weight));
  const brandTop = Math.max(0, ...brands.map(({ weight }) => weight));
  const strongest = named.filter(({ weight }) => weight === top);
  const [platform, ...others] = new Set(strongest.map((mention) => mention.platform));
  if (brandTop > top) return named.some(({ exact }) => exact) ? platform : 'brand-only';
  if (brandTop === top && top > 0 && !named.some(({ exact }) => exact)) return 'unclear';
  return others.length === 0 ? platform : 'unclear';
}

function mention(text: string, mark: Mark, claims: readonly Claim[]): readonly Mention[] {
  const { start, end } = mark;
  if (mark.kind === 'store') return [{ start, end, platform: 'ios', weight: 1, exact: false }];
  if (mark.kind === 'number')
    return mark.platform ? [{ start, end, platform: mark.platform, weight: 3, exact: true }] : [];
  if (mark.kind !== 'system' && mark.kind !== 'device' && mark.kind !== 'rom') return [];
  const stance = stanceOf(text, mark);
  // "不是安卓4.4,是5.1" denies the number, not the system.
  const numberDenied = stance === 0 && denied(text, start) && claims.some(({ subject }) => subject === mark);
  const weight = numberDenied ? 1 : stance;
  return weight > 0
    ? [{ start, end, platform: mark.platform, weight, exact: mark.kind !== 'device' && mark.platform !== 'ios' }]
    : [];
}

/** HarmonyOS named with the Android underneath: 鸿蒙4.0(安卓12), 鸿蒙其实基于安卓. */
function wearsHarmony(text: string, mentions: readonly Mention[]): boolean {
  const harmony = mentions.find(({ platform }) => platform === 'harmony');
  const android = mentions.find(({ platform }) => platform === 'android');
  if (!harmony || !android || mentions.some(({ platform }) => platform === 'ios')) return false;
  return /\(|基于|兼容|底层|内核|套壳/.test(text.slice(harmony.end, android.start));
}
