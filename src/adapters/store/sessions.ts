import type { Kysely, Transaction } from 'kysely';
import { type Act, type Agent, agentOf } from './agent.ts';
import { addAudit } from './audit.ts';
import type { Tables } from './tables.ts';

/** Somebody signed in at one browser. */
export interface Session {
  readonly tokenHash: string;
  readonly csrf: string;
  readonly seenAt: string;
  readonly agent: Agent;
}

export interface NewSession {
  /** SHA-256 of what the browser gets. */
  readonly tokenHash: string;
  readonly agent: string;
  readonly csrf: string;
  readonly at: string;
  readonly expiresAt: string;
}

/** What was compared when somebody signed in: where it has changed meanwhile, they do not get in. */
export interface Verified {
  readonly passwordHash: string;
  /** Takes the place of `passwordHash`: the same password at today's cost. */
  readonly rehashed?: string | undefined;
  readonly totp: string | null;
  /** The time step of the code, which counts once and never after a later one. */
  readonly step: number | null;
  /** Whose failures are forgotten now. */
  readonly nameDigest: string;
}

export interface Sessions {
  /** False, and nothing happened, where the agent may not come in any more, or the code was used before. */
  open(session: NewSession, verified: Verified): Promise<boolean>;
  /** One that has not ended, of somebody who is not disabled. `idleSince`: seen later than this. */
  find(tokenHash: string, now: { readonly at: string; readonly idleSince: string }): Promise<Session | undefined>;
  touch(tokenHash: string, at: string): Promise<void>;
  end(tokenHash: string, act: Act): Promise<void>;
}

export function sessions(db: Kysely<Tables>): Sessions {
  return {
    async open(session, { passwordHash, rehashed = passwordHash, totp, step, nameDigest }) {
      const { agent, at } = session;
      return db.transaction().execute(async (transaction) => {
        // Holds the row: whoever resets or disables comes wholly before, or ends this session too.
        const { numUpdatedRows } = await transaction
          .updateTable('agents')
          .set({ password_hash: rehashed, ...(step !== null && { totp_step: step }) })
          .where('id', '=', agent)
          .where('disabled_at', 'is', null)
          .where('password_hash', '=', passwordHash)
          .where('totp', totp === null ? 'is' : '=', totp)
          .$if(step !== null, (query) =>
            query.where(({ or, eb }) => or([eb('totp_step', 'is', null), eb('totp_step', '<', step)])),
          )
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        await transaction.deleteFrom('sessions').where('agent', '=', agent).where('expires_at', '<=', at).execute();
        await insertSession(transaction, session);
        await transaction.deleteFrom('sign_in_failures').where('name_digest', '=', nameDigest).execute();
        await addAudit(transaction, { at, who: agent, what: 'sign-in', detail: { totp: step !== null } });
        return true;
      });
    },

    async find(tokenHash, { at, idleSince }) {
      const row = await db
        .selectFrom('sessions')
        .innerJoin('agents', 'agents.id', 'sessions.agent')
        .selectAll('agents')
        .select(['csrf', 'seen_at'])
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', at)
        .where('seen_at', '>', idleSince)
        .where('disabled_at', 'is', null)
        .executeTakeFirst();
      return row && { tokenHash, csrf: row.csrf, seenAt: row.seen_at, agent: agentOf(row) };
    },

    async touch(tokenHash, at) {
      await db.updateTable('sessions').set({ seen_at: at }).where('token_hash', '=', tokenHash).execute();
    },

    async end(tokenHash, { at, by }) {
      await db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('sessions')
          .where('token_hash', '=', tokenHash)
          .executeTakeFirst();
        if (numDeletedRows > 0n) await addAudit(transaction, { at, who: by, what: 'sign-out' });
      });
    },
  };
}

export async function insertSession(transaction: Transaction<Tables>, session: NewSession): Promise<void> {
  const { tokenHash, agent, csrf, at, expiresAt } = session;
  await transaction
    .insertInto('sessions')
    .values({ token_hash: tokenHash, agent, csrf, created_at: at, seen_at: at, expires_at: expiresAt })
    .execute();
}
