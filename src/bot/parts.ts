import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Checks } from './checks/checks.ts';
import type { LookAtDesk } from './desk-view.ts';
import type { Pictures } from './pictures/pictures.ts';
import type { LanguageModel } from './ports.ts';

/** What answers are made of. */
export interface Parts {
  readonly knowledge: Knowledge;
  readonly checks: Checks;
  readonly pictures: Pictures;
  readonly desk: LookAtDesk;
  /** Undefined unless the operator configured one. */
  readonly model?: LanguageModel | undefined;
  /** A link that opens a talk in a browser, once and for a short time; undefined where nobody knows our address. */
  readonly pageOf?: ((talk: string) => Promise<string | undefined>) | undefined;
}
