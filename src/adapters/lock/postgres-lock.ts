import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Lock } from '../../bot/ports.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { postgresOptions } from '../postgres-options.ts';
import { memoryLock } from './memory-lock.ts';

/** Milliseconds between two tries; the longer one waits, the rarer. */
const SOONEST = 5;
const LATEST = 50;
/** How long the database may take to say whether a lock is free, in milliseconds. */
const PATIENCE = 5_000;

export interface PostgresLock extends Lock {
  close(): Promise<void>;
}

/**
 * One job at a time for each key over all instances of one database: in order
 * within each instance, by advisory locks between them. All locks of an
 * instance hang on one connection, so that they are free when it dies. Where
 * that connection is broken, jobs run all the same: what they commit is
 * compared and set, and the loser is made again.
 */
export function postgresLock({
  url,
  onFault,
}: {
  readonly url: string;
  readonly onFault: (error: unknown) => void;
}): PostgresLock {
  const own = memoryLock();
  const inTurn = oneAtATime();
  let current: Promise<pg.Client> | undefined;
  const connected = (): Promise<pg.Client> => {
    if (current) return current;
    const fresh = new pg.Client(postgresOptions(url, 'locks', PATIENCE));
    const opening = fresh.connect().then(() => fresh);
    const lost = (error?: unknown): void => {
      if (current === opening) current = undefined;
      if (error) onFault(error);
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost());
    opening.catch(() => lost());
    current = opening;
    return opening;
  };
  const tryFor = async (id: string): Promise<pg.Client | undefined> => {
    const opening = connected();
    const connection = await opening;
    try {
      const { rows } = await inTurn(() => connection.query('select pg_try_advisory_lock($1) as held', [id]));
      return rows[0]?.held ? connection : undefined;
    } catch (error) {
      // It may be silent without being broken: the next lock is tried over another one, however its end goes.
      if (current === opening) current = undefined;
      connection.end().catch(() => {});
      throw error;
    }
  };
  const hold = async (id: string): Promise<pg.Client | undefined> => {
    try {
      for (let pause = SOONEST; ; pause = Math.min(pause * 2, LATEST)) {
        const connection = await tryFor(id);
        if (connection) return connection;
        await wait(pause);
      }
    } catch (error) {
      onFault(error);
      return undefined;
    }
  };
  return {
    run: (key, job) =>
      own.run(key, async () => {
        const id = idOf(key);
        const holder = await hold(id);
        try {
          return await job();
        } finally {
          if (holder) await inTurn(() => holder.query('select pg_advisory_unlock($1)', [id])).catch(onFault);
        }
      }),
    async close() {
      // What did not open has nothing to end; whoever wanted a lock was told why.
      await (await current?.catch(() => undefined))?.end();
    },
  };
}

/** 64 bits of the key's SHA-256, as PostgreSQL counts them. */
function idOf(key: string): string {
  return createHash('sha256').update(key).digest().readBigInt64BE().toString();
}
