import { type Kysely, type Migration, Migrator } from 'kysely';
import { conversations } from './migrations/0001-conversations.ts';
import { files } from './migrations/0002-files.ts';
import { agents } from './migrations/0003-agents.ts';
import { cases } from './migrations/0004-cases.ts';
import { mails } from './migrations/0005-mails.ts';

/** Every step from an empty database to today's, in the order of the names. One that was released never changes. */
const STEPS: Readonly<Record<string, Migration>> = {
  '0001-conversations': { up: conversations },
  '0002-files': { up: files },
  '0003-agents': { up: agents },
  '0004-cases': { up: cases },
  '0005-mails': { up: mails },
};

/**
 * Brings the schema up to date. Several processes may start at once: one
 * migrates, the others wait. Throws what went wrong; then nothing has changed.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...STEPS }) },
  }).migrateToLatest();
  if (error) throw error;
}
