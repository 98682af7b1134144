import type { Kysely } from 'kysely';
import { type Act, type Agent, type AgentSecrets, agentOf, nameKey, type Role, secretsOf } from './agent.ts';
import type { AgentsTable } from './agent-tables.ts';
import { addAudit } from './audit.ts';
import { exclusively } from './exclusively.ts';
import type { Tables } from './tables.ts';

export interface NewAgent extends Pick<Agent, 'id' | 'name' | 'role' | 'mustChange'> {
  readonly passwordHash: string;
}

export interface Agents {
  /** By number. */
  list(): Promise<readonly Agent[]>;
  byId(id: string): Promise<AgentSecrets | undefined>;
  /** Names are compared without regard to case and width. */
  byName(name: string): Promise<AgentSecrets | undefined>;
  /** Undefined where the name is taken, also by somebody disabled. */
  add(agent: NewAgent, act: Act): Promise<Agent | undefined>;
  /** Disabling ends the agent's sessions. The last enabled supervisor stays one: then nothing changes. */
  change(
    id: string,
    change: { readonly role?: Role | undefined; readonly disabled?: boolean | undefined },
    act: Act,
  ): Promise<Agent | 'unknown' | 'last-supervisor'>;
}

export function agents(db: Kysely<Tables>): Agents {
  const wanted = db.selectFrom('agents').selectAll();
  return {
    async list() {
      return (await wanted.orderBy('number').execute()).map(agentOf);
    },

    async byId(id) {
      const row = await wanted.where('id', '=', id).executeTakeFirst();
      return row && secretsOf(row);
    },

    async byName(name) {
      const row = await wanted.where('name_key', '=', nameKey(name)).executeTakeFirst();
      return row && secretsOf(row);
    },

    async add({ id, name, role, passwordHash, mustChange }, { at, by }) {
      return exclusively(db, async (transaction) => {
        const rows = await transaction.selectFrom('agents').select(['number', 'name_key']).execute();
        if (rows.some(({ name_key }) => name_key === nameKey(name))) return undefined;
        const row = {
          id,
          number: Math.max(0, ...rows.map(({ number }) => number)) + 1,
          name,
          name_key: nameKey(name),
          role,
          password_hash: passwordHash,
          must_change: mustChange ? 1 : 0,
          totp: null,
          totp_pending: null,
          totp_step: null,
          created_at: at,
          disabled_at: null,
        };
        await transaction.insertInto('agents').values(row).execute();
        await addAudit(transaction, { at, who: by, what: 'agent-added', detail: { agent: id, role } });
        return agentOf(row);
      });
    },

    async change(id, { role, disabled }, { at, by }) {
      return exclusively(db, async (transaction) => {
        const rows = await transaction.selectFrom('agents').selectAll().execute();
        const before = rows.find((row) => row.id === id);
        if (!before) return 'unknown';
        const after = {
          role: role ?? before.role,
          disabled_at: disabled === undefined ? before.disabled_at : disabled ? (before.disabled_at ?? at) : null,
        };
        if (supervises(before) && !supervises(after) && rows.filter(supervises).length === 1) return 'last-supervisor';

        await transaction.updateTable('agents').set(after).where('id', '=', id).execute();
        if (after.disabled_at !== null) await transaction.deleteFrom('sessions').where('agent', '=', id).execute();
        const log = { at, who: by };
        if (after.role !== before.role) {
          const detail = { agent: id, from: before.role, to: after.role };
          await addAudit(transaction, { ...log, what: 'agent-role', detail });
        }
        if ((after.disabled_at === null) !== (before.disabled_at === null)) {
          const what = after.disabled_at === null ? 'agent-enabled' : 'agent-disabled';
          await addAudit(transaction, { ...log, what, detail: { agent: id } });
        }
        return agentOf({ ...before, ...after });
      });
    },
  };
}

function supervises({ role, disabled_at }: Pick<AgentsTable, 'role' | 'disabled_at'>): boolean {
  return role === 'supervisor' && disabled_at === null;
}
