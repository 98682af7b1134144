import type { Decision } from '../knowledge/decide.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Draft } from './draft.ts';

const made = new WeakMap<Draft, Promise<Decision>>();

/** What the message of a turn is about. A turn may ask several times; it is looked up once. */
export function decisionOf(draft: Draft, knowledge: Pick<Knowledge, 'decide'>): Promise<Decision> {
  const known = made.get(draft);
  if (known) return known;
  const decision = knowledge.decide(draft.text).then((made) => {
    draft.recognised ??= made.error;
    return made;
  });
  made.set(draft, decision);
  return decision;
}
