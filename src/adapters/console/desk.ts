import type { Lock, Seal } from '../../bot/ports.ts';
import type { Http } from '../http.ts';
import type { AgentStore } from '../store/agent-store.ts';
import type { Rates } from '../store/rates.ts';

/** What the agents' desk is built from. */
export interface DeskOptions {
  readonly app: Http;
  readonly store: AgentStore;
  readonly seal: Pick<Seal, 'seal' | 'open' | 'digest'>;
  readonly clock: () => Date;
  /** Where people reach the service; cookies go over HTTPS alone where this is HTTPS. */
  readonly publicUrl: string | undefined;
  /** Null lifts the limit of sign-ins for one address; the lockout of a name stays. */
  readonly rateLimit: number | null;
  /** Counts it over all instances; left out, each counts for itself. */
  readonly rates?: Rates | undefined;
  /** Over all instances; left out, within this one. */
  readonly lock?: Lock;
  /** Gives an agent's conversations to others. Asked again, it hands on what is left. */
  readonly handOn: (agent: string) => Promise<void>;
  /**
   * Hangs further routes under `/api/console`. Whoever calls them is signed in (`agentOf`), changing calls carry the
   * csrf token, and nobody gets there who still has to choose a password; `allow` says which roles may.
   */
  readonly routes?: (scope: Http) => void | Promise<void>;
}

/** What every route of the desk's own works with. */
export interface Desk extends Omit<DeskOptions, 'app' | 'routes' | 'lock'> {
  /** One check of a password at a time for each name. */
  readonly checking: Lock;
}
