import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** The tables of the people of the desk. Times are ISO 8601 in UTC; yes is 1 and no is 0. */
export interface AgentTables {
  readonly agents: AgentsTable;
  readonly sessions: SessionsTable;
  readonly sign_in_failures: SignInFailuresTable;
  readonly audit: AuditTable;
}

/** Never deleted, since the audit log names them. `name_key` is the name as it is compared; `number` and it are unique. */
export interface AgentsTable {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly name_key: string;
  readonly role: string;
  readonly password_hash: string;
  readonly must_change: number;
  /** Sealed; null where none is needed to sign in. */
  readonly totp: string | null;
  /** Sealed; shown, and not yet confirmed by a code. */
  readonly totp_pending: string | null;
  /** The time step of the last code that was used. */
  readonly totp_step: number | null;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

/** Primary key `token_hash`: SHA-256 of what the browser holds. */
interface SessionsTable {
  readonly token_hash: string;
  readonly agent: string;
  readonly csrf: string;
  readonly created_at: string;
  readonly seen_at: string;
  readonly expires_at: string;
}

/** Names are kept as a keyed digest: people type passwords into the wrong field. */
interface SignInFailuresTable {
  readonly name_digest: string;
  readonly at: string;
}

/** Rows are added and never change: triggers see to that in both databases. */
interface AuditTable {
  readonly id: Generated<number>;
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly talk: string | null;
  readonly detail: Json;
}
