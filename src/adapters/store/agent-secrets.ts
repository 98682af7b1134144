import type { Kysely } from 'kysely';
import type { Act } from './agent.ts';
import { addAudit } from './audit.ts';
import { insertSession, type NewSession } from './sessions.ts';
import type { Tables } from './tables.ts';

/** Changing what an agent signs in with. All give false, and do nothing, where things are not as the caller saw them. */
export interface Secrets {
  /** By the agent: ends every session and begins a new one. `from` is the hash that was compared. */
  changePassword(hashes: { readonly from: string; readonly to: string }, session: NewSession): Promise<boolean>;
  /** By somebody else: the agent must choose another one, needs no code any more, and every session ends. */
  resetPassword(id: string, passwordHash: string, act: Act): Promise<boolean>;
  /** Keeps a sealed secret that is not asked for yet. */
  offerTotp(id: string, sealed: string): Promise<boolean>;
  /** From now on codes of this secret are asked for; the one of `step` is used. */
  confirmTotp(id: string, sealed: string, step: number, at: string): Promise<boolean>;
  removeTotp(id: string, at: string): Promise<boolean>;
}

export function secrets(db: Kysely<Tables>): Secrets {
  return {
    async changePassword({ from, to }, session) {
      const { agent, at } = session;
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('agents')
          .set({ password_hash: to, must_change: 0 })
          .where('id', '=', agent)
          .where('password_hash', '=', from)
          .where('disabled_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('sessions').where('agent', '=', agent).execute();
        await insertSession(transaction, session);
        await addAudit(transaction, { at, who: agent, what: 'password-changed' });
        return true;
      });
    },

    async resetPassword(id, passwordHash, { at, by }) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('agents')
          .set({ password_hash: passwordHash, must_change: 1, totp: null, totp_pending: null, totp_step: null })
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('sessions').where('agent', '=', id).execute();
        await addAudit(transaction, { at, who: by, what: 'agent-reset', detail: { agent: id } });
        return true;
      });
    },

    async offerTotp(id, sealed) {
      const { numUpdatedRows } = await db
        .updateTable('agents')
        .set({ totp_pending: sealed })
        .where('id', '=', id)
        .where('totp', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async confirmTotp(id, sealed, step, at) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('agents')
          .set({ totp: sealed, totp_pending: null, totp_step: step })
          .where('id', '=', id)
          .where('totp', 'is', null)
          .where('totp_pending', '=', sealed)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await addAudit(transaction, { at, who: id, what: 'totp-on' });
        return true;
      });
    },

    async removeTotp(id, at) {
      return db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('agents')
          .set({ totp: null, totp_pending: null, totp_step: null })
          .where('id', '=', id)
          .where('totp', 'is not', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await addAudit(transaction, { at, who: id, what: 'totp-off' });
        return true;
      });
    },
  };
}
