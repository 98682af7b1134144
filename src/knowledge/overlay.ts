import { type OutsideKind, outsideKinds } from './entry.ts';
import type { Content } from './load.ts';

/** Questions that were added while the service runs, over those in the files. */
export interface Overlay {
  /** By the number of the entry. */
  readonly similar: ReadonlyMap<number, readonly string[]>;
  readonly outside: ReadonlyMap<OutsideKind, readonly string[]>;
}

export const NO_OVERLAY: Overlay = { similar: new Map(), outside: new Map() };

/** The heading under which added questions stand, here and in the files once they are exported. */
export const ADDED = '运营补充';

/** The content with the added questions. What the files have by now is not doubled; what belongs to no entry is left out. */
export function overlaid({ entries, outside }: Content, added: Overlay): Content {
  return {
    entries: entries.map((entry) => {
      const texts = missing(added.similar.get(entry.number), entry.questions);
      const questions = texts.map((text) => ({ text, voice: ADDED, also: [], added: true as const }));
      return { ...entry, questions: [...entry.questions, ...questions] };
    }),
    // Each kind stands together, as it does once it is exported.
    outside: outsideKinds.flatMap((kind) => {
      const shipped = outside.filter((question) => question.kind === kind);
      const texts = missing(added.outside.get(kind), shipped);
      return [...shipped, ...texts.map((text) => ({ text, kind, topic: ADDED, added: true as const }))];
    }),
  };
}

function missing(texts: readonly string[] = [], there: readonly { readonly text: string }[]): readonly string[] {
  const known = new Set(there.map(({ text }) => text));
  return [...new Set(texts)].filter((text) => !known.has(text));
}
