import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Checks } from './checks/checks.ts';

/** What answers are made of. */
export interface Parts {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
}
