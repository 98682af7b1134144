import type { Kysely } from 'kysely';
import type { Vault } from '../../bot/ports.ts';
import type { Tables } from '../store/tables.ts';
import { isId, newFileId } from './file-id.ts';
import { outdated } from './retention.ts';
import type { ByteSeal } from './seal.ts';
import { openFile, sealFile } from './sealed-file.ts';

/** Pictures as sealed rows of the store's database, so that every instance reads them. Their talk must be there. */
export function tableVault(db: Kysely<Tables>, seal: ByteSeal, newId: () => string = newFileId): Vault {
  return {
    async put(talk, file, at) {
      const id = newId();
      const { ref, head, sealed } = sealFile(seal, { talk, id }, file, at);
      await db.insertInto('files').values({ talk, id, at: head.at, sealed }).execute();
      return ref;
    },

    async get(talk, id) {
      if (!isId(talk) || !isId(id)) return undefined;
      const row = await db
        .selectFrom('files')
        .select('sealed')
        .where('talk', '=', talk)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && openFile(seal, { talk, id }, row.sealed);
    },

    async erase(talk) {
      if (!isId(talk)) return 0;
      const { numDeletedRows } = await db.deleteFrom('files').where('talk', '=', talk).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async sweep(at) {
      const { numDeletedRows } = await db.deleteFrom('files').where('at', '<=', outdated(at)).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
