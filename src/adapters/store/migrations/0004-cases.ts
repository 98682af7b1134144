import { type Kysely, sql } from 'kysely';

/** Who has a conversation, what agents note of it, who is on duty, and what is still to be delivered. */
export async function cases(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const talk = 'talks.id';

  await schema
    .alterTable('talks')
    .addColumn('state', 'text', (column) => column.notNull().defaultTo('bot'))
    .execute();
  await schema
    .alterTable('talks')
    .addColumn('epoch', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('talks').addColumn('owner', 'text').execute();
  await schema.alterTable('talks').addColumn('due_at', 'text').execute();
  await schema.alterTable('talks').addColumn('spoken_at', 'text').execute();
  await schema.alterTable('talks').addColumn('moved_at', 'text').execute();
  await schema.alterTable('talks').addColumn('blocked_at', 'text').execute();
  await schema.alterTable('talks').addColumn('life', 'text').execute();
  for (const reader of ['read_user', 'read_agent']) {
    await schema
      .alterTable('talks')
      .addColumn(reader, 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await schema
    .alterTable('talks')
    .addColumn('told', 'text', (column) => column.notNull().defaultTo('{}'))
    .execute();
  await schema.createIndex('talks_by_state').on('talks').column('state').where(sql<boolean>`state <> 'bot'`).execute();
  await schema
    .createIndex('talks_by_owner')
    .on('talks')
    .column('owner')
    .where(sql<boolean>`owner is not null`)
    .execute();
  await schema
    .createIndex('talks_by_due')
    .on('talks')
    .column('due_at')
    .where(sql<boolean>`due_at is not null`)
    .execute();
  await schema
    .createIndex('talks_by_move')
    .on('talks')
    .column('moved_at')
    .where(sql<boolean>`moved_at is not null`)
    .execute();
  await schema.alterTable('lines').addColumn('name', 'text').execute();

  await schema
    .createTable('notes')
    .addColumn('talk', 'text', (column) => column.notNull().references(talk).onDelete('cascade'))
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('after', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notes_key', ['talk', 'nth'])
    .execute();

  await schema
    .createTable('outbox')
    .addColumn('talk', 'text', (column) => column.notNull().references(talk).onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('speaker', 'text', (column) => column.notNull())
    .addColumn('epoch', 'integer', (column) => column.notNull())
    .addColumn('holds', 'text')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('leased_until', 'text')
    .addColumn('settled', 'text')
    .addColumn('settled_at', 'text')
    .addColumn('fault', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['talk', 'seq'])
    .execute();
  await schema.createIndex('outbox_open').on('outbox').column('due_at').where(sql<boolean>`settled is null`).execute();

  await schema
    .createTable('waits')
    .addColumn('talk', 'text', (column) => column.notNull().references(talk).onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('waits_key', ['talk', 'at'])
    .execute();
  await schema.createIndex('waits_by_time').on('waits').column('at').execute();

  await schema
    .createTable('ratings')
    .addColumn('talk', 'text', (column) => column.notNull().references(talk).onDelete('cascade'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('score', 'integer', (column) => column.notNull())
    .addColumn('said', 'text')
    .addColumn('agent', 'text')
    .addPrimaryKeyConstraint('ratings_key', ['talk'])
    .execute();

  await schema
    .createTable('presence')
    .addColumn('agent', 'text', (column) => column.primaryKey().notNull())
    .addColumn('available', 'integer', (column) => column.notNull())
    .addColumn('capacity', 'integer', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
}
