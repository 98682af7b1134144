import type { OutsideKind } from '../../knowledge/entry.ts';
import type { Overlay } from '../../knowledge/overlay.ts';
import type { Subject } from './subject.ts';

/** The subjects that are learnt, and tried before they are published. */
export const CONTENT = ['similar', 'outside'] as const satisfies readonly Subject[];

/** Questions to be added to an entry or to a kind of what no entry answers, and those to be taken away again. */
export type Proposal = {
  readonly texts: readonly string[];
  readonly remove: readonly string[];
} & (
  | { readonly subject: 'similar'; readonly entry: number }
  | { readonly subject: 'outside'; readonly kind: OutsideKind }
);

/** The number of the entry, or the kind. */
export function nameOf(proposal: Proposal): string {
  return proposal.subject === 'similar' ? String(proposal.entry) : proposal.kind;
}

/** The questions that were added to the same entry or kind so far. */
export function textsBefore({ similar, outside }: Overlay, proposal: Proposal): readonly string[] {
  return (proposal.subject === 'similar' ? similar.get(proposal.entry) : outside.get(proposal.kind)) ?? [];
}

/** All questions that would be added to it. */
export function textsAfter(overlay: Overlay, proposal: Proposal): readonly string[] {
  const kept = textsBefore(overlay, proposal).filter((text) => !proposal.remove.includes(text));
  return [...new Set([...kept, ...proposal.texts])];
}

export function proposedOverlay(overlay: Overlay, proposal: Proposal): Overlay {
  const texts = textsAfter(overlay, proposal);
  return proposal.subject === 'similar'
    ? { ...overlay, similar: new Map(overlay.similar).set(proposal.entry, texts) }
    : { ...overlay, outside: new Map(overlay.outside).set(proposal.kind, texts) };
}
