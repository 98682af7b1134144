import type { ClientConfig } from 'pg';

/** How long a connection may take to come about, in milliseconds. */
const PATIENCE = 5_000;
/** Milliseconds of silence after which it is looked whether a connection still is one. */
const SILENT = 10_000;

/** How every connection to the database is opened; `what` it is for is seen in `pg_stat_activity`. */
export function postgresOptions(url: string, what = ''): ClientConfig {
  return {
    connectionString: url,
    application_name: `beian-assistant ${what}`.trimEnd(),
    connectionTimeoutMillis: PATIENCE,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENT,
  };
}
