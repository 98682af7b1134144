import type { Decision } from '../../src/knowledge/decide.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';

/** The real knowledge, which can be made unsure of one message, or fail once. */
export interface ShakyKnowledge extends Knowledge {
  /** The next message may mean any of these entries. */
  unsure(entries: readonly number[]): void;
  breakOnce(error: Error): void;
}

export function shaky(knowledge: Knowledge): ShakyKnowledge {
  let next: { readonly decision: Decision; text?: string } | undefined;
  let fault: Error | undefined;
  return {
    ...knowledge,
    unsure(entries) {
      const candidates = entries.map((entry) => ({ entry, probability: 0.9 / entries.length }));
      next = {
        decision: { kind: 'clarify', candidates, confidence: 0.9, outside: { kind: 'nonsense', probability: 0.1 } },
      };
    },
    breakOnce(error) {
      fault = error;
    },
    async decide(text) {
      if (fault) {
        const error = fault;
        fault = undefined;
        throw error;
      }
      if (!next) return knowledge.decide(text);
      // The first that is asked is meant; it may be asked several times in its turn.
      next.text ??= text;
      return next.text === text ? next.decision : knowledge.decide(text);
    },
  };
}
