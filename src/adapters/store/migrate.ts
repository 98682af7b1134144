import { type Kysely, type Migration, Migrator } from 'kysely';
import { conversations } from './migrations/0001-conversations.ts';
import { files } from './migrations/0002-files.ts';
import { agents } from './migrations/0003-agents.ts';
import { cases } from './migrations/0004-cases.ts';
import { mails } from './migrations/0005-mails.ts';
import { asked } from './migrations/0006-asked.ts';
import { revisions } from './migrations/0007-revisions.ts';
import { incidents } from './migrations/0008-incidents.ts';
import { identity } from './migrations/0009-identity.ts';
import { phoneCodes } from './migrations/0010-phone-codes.ts';
import { channels } from './migrations/0011-channels.ts';
import { instances } from './migrations/0012-instances.ts';
import { growth } from './migrations/0013-growth.ts';
import { ages } from './migrations/0014-ages.ts';

/** Every step from an empty database to today's, in the order of the names. One that was released never changes. */
const STEPS: Readonly<Record<string, Migration>> = {
  '0001-conversations': { up: conversations },
  '0002-files': { up: files },
  '0003-agents': { up: agents },
  '0004-cases': { up: cases },
  '0005-mails': { up: mails },
  '0006-asked': { up: asked },
  '0007-revisions': { up: revisions },
  '0008-incidents': { up: incidents },
  '0009-identity': { up: identity },
  '0010-phone-codes': { up: phoneCodes },
  '0011-channels': { up: channels },
  '0012-instances': { up: instances },
  '0013-growth': { up: growth },
  '0014-ages': { up: ages },
};

/** The names of the steps, in their order. */
export const STEP_NAMES: readonly string[] = Object.keys(STEPS);

/**
 * Brings the schema up to date. Several processes may start at once: one
 * migrates, the others wait. Throws what went wrong; then nothing has changed. `upTo`: no further than this step.
 */
export async function migrate<T>(db: Kysely<T>, upTo?: string): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...STEPS }) } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error) throw error;
}
