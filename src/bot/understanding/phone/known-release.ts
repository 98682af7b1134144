import type { Platform } from '../../../diagnostics/phone-fields.ts';
import { compareVersions, parseVersion, refines } from '../../../text/version.ts';
import type { Lexicon } from './lexicon.ts';

/** Whether a system has, or could by its numbering have, a release of this version: Android 4.4.2 yes, Android 6.10 no. */
export function couldBeRelease(platform: Platform, value: string, lexicon: Lexicon): boolean {
  const version = parseVersion(value) ?? [];
  const [major = 0, minor = 0, patch = 0] = version;
  if (platform === 'ios') return major >= 4 && major <= 40 && minor < 10 && patch < 10;
  if (platform === 'harmony')
    return lexicon.harmonyReleases.some((release) => refines(version, parseVersion(release) ?? []));
  if (patch >= 10) return false;
  return (
    [...lexicon.api.values()].some(
      (release) => compareVersions([major, minor], (parseVersion(release) ?? []).slice(0, 2)) === 0,
    ) ||
    (version.length === 1 && major >= 2 && major <= 30)
  );
}
