import { type Kysely, sql } from 'kysely';

/** What keeps a desk as fast after years as on its first day: an index for each list, and for what is let go of. */
export async function growth(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;

  // Lists are in the order in which conversations were last spoken in.
  await schema
    .createIndex('talks_by_case')
    .on('talks')
    .columns(['state', 'spoken_at', 'id'])
    .where(sql<boolean>`state <> 'bot'`)
    .execute();
  await schema.dropIndex('talks_by_state').execute();
  // Transitions, which are most of the log, have indexes of their own: reports would take this one for theirs.
  await schema
    .createIndex('audit_by_what')
    .on('audit')
    .columns(['what', 'id'])
    .where(sql<boolean>`what <> 'transition'`)
    .execute();
  await schema.createIndex('audit_by_who').on('audit').columns(['who', 'what', 'id']).execute();
  await schema
    .createIndex('vendor_memory_by_end')
    .on('vendor_memory')
    .column('until')
    .where(sql<boolean>`until is not null`)
    .execute();

  await schema
    .createIndex('tickets_done')
    .on('tickets')
    .column('done_at')
    .where(sql<boolean>`done_at is not null`)
    .execute();

  await schema.alterTable('turns').addColumn('thinned_at', 'text').execute();
  await schema.createIndex('turns_whole').on('turns').column('at').where(sql<boolean>`thinned_at is null`).execute();
  await schema
    .createIndex('outbox_settled')
    .on('outbox')
    .column('settled_at')
    .where(sql<boolean>`settled is not null and settled <> 'dead'`)
    .execute();
}
