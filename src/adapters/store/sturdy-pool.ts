import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { postgresOptions } from '../postgres-options.ts';
import { StoreError } from './store-error.ts';
import { troubled } from './troubled.ts';

/**
 * Connections as Kysely takes them. What is wrong with the database itself is
 * thrown as a StoreError, and a connection that broke, or on which nothing came
 * for `patience` milliseconds, is not used again.
 */
export function sturdyPool(url: string, patience: number | undefined): PostgresPool {
  const pool = new pg.Pool(postgresOptions(url, '', patience));
  // An idle connection broke: the pool drops it, and the next query says what is still wrong. Unheard, it would end the process.
  pool.on('error', () => {});
  // The pool listens to idle ones only: one that breaks between two statements of a transaction would end the process, too.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    async connect() {
      return sturdy(
        await pool.connect().catch((error: unknown) => {
          throw troubled(error);
        }),
      );
    },
    end: () => pool.end(),
  };
}

function sturdy(client: pg.PoolClient): PostgresPoolClient {
  let isBroken = false;
  const query = async <R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> => {
    try {
      return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      const known = troubled(error);
      isBroken ||= known instanceof StoreError && known.code !== 'full';
      throw known;
    }
  };
  return {
    // Nothing is read by cursors.
    query: query as PostgresPoolClient['query'],
    release: (destroy = false) => client.release(destroy || isBroken),
  };
}
