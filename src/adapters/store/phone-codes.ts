import type { Kysely } from 'kysely';
import type { PhoneCodes } from '../../bot/phone-codes.ts';
import type { Tables } from './tables.ts';

/** Codes with which a conversation goes on on a phone. */
export function phoneCodes(db: Kysely<Tables>): PhoneCodes {
  return {
    async keepCode({ hash, talk, sealed, until }, at) {
      await db.deleteFrom('phone_codes').where('until', '<=', at).execute();
      await db.insertInto('phone_codes').values({ hash, talk, sealed, until }).execute();
    },

    async takeCode(hash, at) {
      const taken = await db
        .deleteFrom('phone_codes')
        .where('hash', '=', hash)
        .returning(['sealed', 'until'])
        .executeTakeFirst();
      return taken && taken.until > at ? taken.sealed : undefined;
    },
  };
}
