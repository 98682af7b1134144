import type { Platform } from '../../../diagnostics/phone-fields.ts';
import { appVersionIn } from './app-version.ts';
import { claimsIn } from './claim.ts';
import { createLexicon } from './lexicon.ts';
import { osVersionIn } from './os-version.ts';
import { plainWords } from './plain-words.ts';
import { platformIn, systemOf } from './platform.ts';
import { resolve } from './resolve.ts';
import type { Rules } from './rules.ts';
import { scan } from './scan.ts';
import { upToDateIn } from './up-to-date.ts';

/** What a message says about the phone and the APP on it. What it does not say is absent. */
export interface Phone {
  readonly platform?: Platform;
  readonly osVersion?: string;
  /** Android only, and only where no version was said but its side of 5.0 was. */
  readonly atLeastAndroid5?: boolean;
  readonly appVersion?: string;
  readonly appUpToDate?: boolean;
}

/** What the conversation knows already: it gives a bare number its meaning. */
export interface Context {
  readonly platform?: Platform | undefined;
  /** The version of its system: a bare number that equals it says it again. */
  readonly osVersion?: string | undefined;
  /** The fact that was just asked for. */
  readonly asked?: 'platform' | 'osVersion' | 'appVersion' | 'appUpToDate' | undefined;
}

type PhoneIn = (normalised: string, context?: Context) => Phone;

/**
 * Reads phones out of normalised messages (src/text/normalise.ts).
 *
 * Of two phones the one counts that is to run the APP from now on: 我的是安卓4.4,
 * 拿我媳妇的iphone扫行不 is iOS without a version; 安卓4.4,家里还有个iphone没试 stays
 * Android 4.4. The words decide as in stance.ts; where they do not (一台安卓一台苹果)
 * nothing is said. A second one that is asked about (家里还有个安卓5.1能用吗) is the
 * one meant. What comes after 不对 or 看错了 outweighs what came before.
 */
export function createPhoneIn(rules: Rules): PhoneIn {
  const lexicon = createLexicon(rules);
  return (normalised, context = {}) => {
    const text = plainWords(normalised);
    const marks = scan(text, lexicon);
    const stated = claimsIn(text, marks);
    const named = platformIn(text, marks, stated);
    const claims = resolve(text, marks, stated, { named, context, lexicon });
    const platform = systemOf(named);
    const appVersion = appVersionIn(text, claims);
    const appUpToDate = upToDateIn(text, marks, context.asked === 'appUpToDate');
    return {
      ...(platform && { platform }),
      ...osVersionIn(text, marks, claims, { named, lexicon, asked: context.asked === 'osVersion' }),
      ...(appVersion !== undefined && { appVersion }),
      ...(appUpToDate !== undefined && { appUpToDate }),
    };
  };
}
