import { mask } from '../text/mask.ts';
import { parseVersion } from '../text/version.ts';

/** What a person may correct on the card, as it is remembered. */
export interface Corrected {
  readonly platform: 'android' | 'ios' | 'harmony';
  readonly osVersion: string;
  readonly appVersion: string;
  readonly appUpToDate: boolean;
  readonly inPerson: boolean;
  /** Short name: 广东. */
  readonly province: string;
  /** 0 to 99. */
  readonly faceAttempts: number;
  /** Up to 500 characters, masked. */
  readonly wish: string;
}

export type CorrectedKey = keyof Corrected;

/** What was typed or chosen, as the fact it is; undefined where it is none. What the card shows is understood again. */
export type Corrections = { readonly [Key in CorrectedKey]: (said: string) => Corrected[Key] | undefined };

/** `provinceNamed` finds the short name of the province in what people write (广东省, 深圳). */
export function corrections(provinceNamed: (said: string) => string | undefined): Corrections {
  return {
    platform: (said) => PLATFORMS.get(tidy(said).toLowerCase()),
    osVersion: version,
    appVersion: version,
    appUpToDate: (said) => UP_TO_DATE.get(tidy(said)),
    inPerson: (said) => IN_PERSON.get(tidy(said)),
    province: (said) => provinceNamed(tidy(said)),
    faceAttempts,
    wish,
  };
}

const KEYS: Readonly<Record<CorrectedKey, true>> = {
  platform: true,
  osVersion: true,
  appVersion: true,
  appUpToDate: true,
  inPerson: true,
  province: true,
  faceAttempts: true,
  wish: true,
};

export function isCorrectable(key: string): key is CorrectedKey {
  return Object.hasOwn(KEYS, key);
}

const PLATFORMS: ReadonlyMap<string, Corrected['platform']> = new Map([
  ['安卓', 'android'],
  ['android', 'android'],
  ['苹果', 'ios'],
  ['苹果(ios)', 'ios'],
  ['ios', 'ios'],
  ['iphone', 'ios'],
  ['鸿蒙', 'harmony'],
  ['harmony', 'harmony'],
  ['harmonyos', 'harmony'],
]);

const UP_TO_DATE: ReadonlyMap<string, boolean> = new Map([
  ['是最新版', true],
  ['是', true],
  ['true', true],
  ['不是最新版', false],
  ['不是', false],
  ['false', false],
]);

const IN_PERSON: ReadonlyMap<string, boolean> = new Map([
  ['本人在场', true],
  ['是', true],
  ['true', true],
  ['本人不在场', false],
  ['不是', false],
  ['false', false],
]);

/** One spelling of widths, nothing around it. */
function tidy(said: string): string {
  return said.normalize('NFKC').trim();
}

const SYSTEM_BEFORE = /^(?:安卓|android|ios|苹果|鸿蒙|harmonyos)(?:系统|版本)?\s*/i;

/** `4.4.2`, perhaps after the system's name. */
function version(said: string): string | undefined {
  return parseVersion(tidy(said).replace(SYSTEM_BEFORE, ''))?.join('.');
}

function faceAttempts(said: string): number | undefined {
  const [, digits] = /^(\d{1,2}) ?次?$/.exec(tidy(said)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

const LONGEST_WISH = 500;
/** Control characters and what is not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;

function wish(said: string): string | undefined {
  const seen = said.replace(/\s/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
  return seen === '' || [...seen].length > LONGEST_WISH ? undefined : mask(seen);
}
