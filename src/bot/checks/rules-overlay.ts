import { z } from 'zod';
import { AppReleases } from '../../diagnostics/app-version.ts';
import { ProvinceRules } from '../../diagnostics/provinces/rules.ts';
import { Url } from '../links.ts';

/** What was set while the service runs, over the rules that ship; what is left out is as it shipped. */
export interface RulesOverlay {
  /** Addresses by the name of the place; null takes away one that shipped. */
  readonly links?: Readonly<Record<string, string | null>>;
  /** All platforms. */
  readonly releases?: AppReleases['releases'];
  /** All other sources for provinces. */
  readonly others?: ProvinceRules['others'];
}

export const NO_RULES: RulesOverlay = {};

/** How each of them is kept. */
export const SetLinks = z.record(z.string(), Url.nullable());
export const SetReleases = AppReleases.shape.releases;
export const SetOthers = ProvinceRules.shape.others;
