import type { ClientConfig } from 'pg';

/** How long a connection may take to come about, in milliseconds. */
const PATIENCE = 5_000;
/** Milliseconds of silence after which it is looked whether a connection still is one. */
const SILENT = 10_000;

/** What the connections of an instance are called, and those of a back-up; whoever looks for them is called otherwise. */
const INSTANCE = 'beian-assistant';
/** Asks for a row of each connection that instances have to the database. */
export const INSTANCES = `select pid from pg_stat_activity
  where datname = current_database() and application_name like '${INSTANCE}%'`;

/** How every connection to the database is opened; `what` it is for is seen in `pg_stat_activity`. After `patience` milliseconds an answer is given up. */
export function postgresOptions(url: string, what = '', patience?: number): ClientConfig {
  return {
    connectionString: url,
    application_name: `${INSTANCE} ${what}`.trimEnd(),
    connectionTimeoutMillis: PATIENCE,
    ...(patience !== undefined && { query_timeout: patience }),
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENT,
  };
}
