import type { Kysely } from 'kysely';
import { addAudit } from './audit.ts';
import type { Tables } from './tables.ts';

export interface NewFailure {
  /** A keyed digest of the name that was typed. */
  readonly nameDigest: string;
  readonly at: string;
  /** Whose name it is; undefined where it is nobody's, and then nothing is logged. */
  readonly agent?: string | undefined;
  /** What was wrong, for the audit log. */
  readonly reason: 'password' | 'code' | 'disabled' | 'confirm';
  /** Whether the name is locked by it. */
  readonly locks: boolean;
  /** Failures until then are of no use any more, whoever's. */
  readonly forgetUntil: string;
}

/** Failed attempts to sign in, kept where every instance sees them. */
export interface Failures {
  /** When the last ones of this name were, newest first. */
  latest(nameDigest: string, limit: number): Promise<readonly string[]>;
  add(failure: NewFailure): Promise<void>;
  forget(nameDigest: string): Promise<void>;
}

export function signInFailures(db: Kysely<Tables>): Failures {
  return {
    async latest(nameDigest, limit) {
      const rows = await db
        .selectFrom('sign_in_failures')
        .select('at')
        .where('name_digest', '=', nameDigest)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ at }) => at);
    },

    async add({ nameDigest, at, agent, reason, locks, forgetUntil }) {
      await db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('sign_in_failures').where('at', '<=', forgetUntil).execute();
        await transaction.insertInto('sign_in_failures').values({ name_digest: nameDigest, at }).execute();
        if (agent === undefined) return;
        const log = { at, who: 'system' };
        await addAudit(transaction, { ...log, what: 'sign-in-failed', detail: { agent, reason } });
        if (locks) await addAudit(transaction, { ...log, what: 'sign-in-locked', detail: { agent } });
      });
    },

    async forget(nameDigest) {
      await db.deleteFrom('sign_in_failures').where('name_digest', '=', nameDigest).execute();
    },
  };
}
