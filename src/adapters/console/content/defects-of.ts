import type { ProvinceRules } from '../../../diagnostics/provinces/rules.ts';
import type { Entry } from '../../../knowledge/entry.ts';

/** A mistake of the source: what stands there, what people are shown, and why. */
export interface Defect {
  readonly source: string;
  readonly shown: string;
  readonly why: string;
}

/** The known mistakes of an entry's source: of its text, and of the rules that rest on it. Each once. */
export function defectsOf(entry: Entry, { faq }: ProvinceRules): readonly Defect[] {
  const ofRules = faq.entry === entry.number ? faq.defects : [];
  const all = [...entry.corrections, ...ofRules.map(({ source, shown, what }) => ({ source, shown, why: what }))];
  return [...new Map(all.map((defect) => [defect.source, defect])).values()];
}
