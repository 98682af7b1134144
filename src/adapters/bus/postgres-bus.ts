import pg from 'pg';
import type { Bus } from '../../bot/ports.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { postgresOptions } from '../postgres-options.ts';
import { type ReachOptions, reach } from './reach.ts';
import { sharedBus } from './shared-bus.ts';

/** On what the instances of one database talk. */
const CHANNEL = 'beian_news';
/** Milliseconds between two tries to connect. */
const AGAIN = 1_000;
/** How long a notification may take, in milliseconds. */
const PATIENCE = 5_000;

interface PostgresBusOptions extends ReachOptions {
  readonly url: string;
}

export interface ClosableBus extends Bus {
  /** Whether news reaches other instances, as far as is known. */
  readonly isCarried: boolean;
  close(): Promise<void>;
}

/** News by notifications of the database, over a connection of its own that comes back by itself. */
export async function postgresBus({ url, ...told }: PostgresBusOptions): Promise<ClosableBus> {
  let client: pg.Client | undefined;
  let dropped = (_cause: unknown): void => {};
  let closed = false;
  const others = reach(told);
  let again: NodeJS.Timeout | undefined;
  const inTurn = oneAtATime();
  const bus = sharedBus(
    {
      send: (news) =>
        inTurn(async () => {
          const [connection, drop] = [client, dropped];
          await connection?.query('select pg_notify($1, $2)', [CHANNEL, news]).catch((cause: unknown) => {
            // It may be silent without being broken; it is not used again, however its end goes.
            connection.end().catch(() => {});
            drop(cause);
          });
        }),
    },
    told.onFault,
  );
  const retry = (cause?: unknown): void => {
    if (closed || again) return;
    others.lost(cause);
    again = setTimeout(() => {
      again = undefined;
      connect().catch(retry);
    }, AGAIN);
  };
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(postgresOptions(url, 'news', PATIENCE));
    const lost = (cause?: unknown): void => {
      if (client !== fresh) return;
      client = undefined;
      retry(cause);
    };
    fresh.on('error', lost);
    fresh.on('end', () => lost());
    fresh.on('notification', ({ payload = '' }) => bus.hear(payload));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      // Why it could not be opened is what matters.
      await fresh.end().catch(() => {});
      throw error;
    }
    if (closed) return void fresh.end();
    client = fresh;
    dropped = lost;
    // What was told while nobody listened is read again.
    if (others.back()) bus.wake();
  };
  await connect();
  return {
    publish: bus.publish,
    subscribe: bus.subscribe,
    subscribeAll: bus.subscribeAll,
    get isCarried() {
      return !others.isLost;
    },
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end();
    },
  };
}
