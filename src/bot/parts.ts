import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Checks } from './checks/checks.ts';
import type { LookAtDesk } from './desk-view.ts';
import type { Pictures } from './pictures/pictures.ts';

/** What answers are made of. */
export interface Parts {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
  readonly pictures: Pictures;
  readonly desk: LookAtDesk;
}
