import { z } from 'zod';
import { type RulesOverlay, SetLinks, SetOthers, SetReleases } from '../../bot/checks/rules-overlay.ts';
import { type OutsideKind, outsideKinds } from '../../knowledge/entry.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Values } from '../store/revision.ts';

/** The questions added to an entry or a kind, in the order they came. */
export const SetTexts = z.object({ texts: z.array(z.string()).readonly() });

/** When an entry was last looked over, and by whom. */
const SetReview = z.object({ on: z.iso.date(), by: z.string() });

/** The questions of a dismissed group, by their digests: what people said is not kept beyond their talk. */
const SetDismissed = z.object({ digests: z.array(z.string()).readonly() });

/** All that is set, as knowledge and checks take it. */
export interface SetContent {
  readonly overlay: Overlay;
  readonly rules: RulesOverlay;
  readonly reviews: ReadonlyMap<number, z.output<typeof SetReview>>;
  readonly dismissed: ReadonlySet<string>;
}

/** Reads what is kept; a value that this release cannot read counts as not set. */
export function setContent(values: Values): SetContent {
  const similar = new Map<number, readonly string[]>();
  const outside = new Map<OutsideKind, readonly string[]>();
  const reviews = new Map<number, z.output<typeof SetReview>>();
  const dismissed = new Set<string>();
  let rules: RulesOverlay = {};
  for (const { subject, name, value } of values) {
    const texts = SetTexts.safeParse(value).data?.texts ?? [];
    const kind = outsideKinds.find((one) => one === name);
    if (subject === 'similar') similar.set(Number(name), texts);
    if (subject === 'outside' && kind) outside.set(kind, texts);
    const review = subject === 'review' && SetReview.safeParse(value).data;
    if (review) reviews.set(Number(name), review);
    const group = subject === 'gap' && SetDismissed.safeParse(value).data;
    for (const digest of group ? group.digests : []) dismissed.add(digest);
    const links = subject === 'links' && SetLinks.safeParse(value).data;
    if (links) rules = { ...rules, links };
    const releases = subject === 'releases' && SetReleases.safeParse(value).data;
    if (releases) rules = { ...rules, releases };
    const others = subject === 'provinces' && SetOthers.safeParse(value).data;
    if (others) rules = { ...rules, others };
  }
  return { overlay: { similar, outside }, rules, reviews, dismissed };
}
