import type { ClientConfig } from 'pg';

/** How long a connection may take to come about, in milliseconds. */
const PATIENCE = 5_000;
/** Milliseconds of silence after which it is looked whether a connection still is one. */
const SILENT = 10_000;

/** How every connection to the database is opened; `what` it is for is seen in `pg_stat_activity`. After `patience` milliseconds an answer is given up. */
export function postgresOptions(url: string, what = '', patience?: number): ClientConfig {
  return {
    connectionString: url,
    application_name: `beian-assistant ${what}`.trimEnd(),
    connectionTimeoutMillis: PATIENCE,
    ...(patience !== undefined && { query_timeout: patience }),
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENT,
  };
}
