import type { Selectable } from 'kysely';
import type { AgentsTable } from './agent-tables.ts';

export const ROLES = ['agent', 'supervisor', 'editor'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who works at the desk. */
export interface Agent {
  /** Random; the agent's name in addresses and in the audit log. */
  readonly id: string;
  /** Counts from 1; users see 客服 07. */
  readonly number: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly disabledAt: string | null;
  /** Has a password that somebody else chose. */
  readonly mustChange: boolean;
  /** Needs a one-time code to sign in. */
  readonly hasTotp: boolean;
}

/** With what signing in compares. */
export interface AgentSecrets extends Agent {
  readonly passwordHash: string;
  /** Sealed. */
  readonly totp: string | null;
  /** Sealed; shown to the agent, who has not confirmed it by a code yet. */
  readonly totpPending: string | null;
}

/** When something is done and by whom, as the audit log tells it. */
export interface Act {
  readonly at: string;
  readonly by: string;
}

/** A name as it is compared: without regard to case and width. */
export function nameKey(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

export function agentOf(row: Selectable<AgentsTable>): Agent {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    role: row.role as Role,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
    mustChange: row.must_change === 1,
    hasTotp: row.totp !== null,
  };
}

export function secretsOf(row: Selectable<AgentsTable>): AgentSecrets {
  return { ...agentOf(row), passwordHash: row.password_hash, totp: row.totp, totpPending: row.totp_pending };
}
