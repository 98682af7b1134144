import pg from 'pg';
import type { Bus } from '../../bot/ports.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { postgresOptions } from '../postgres-options.ts';
import { sharedBus } from './shared-bus.ts';

/** On what the instances of one database talk. */
const CHANNEL = 'beian_news';
/** Milliseconds between two tries to connect. */
const AGAIN = 1_000;

export interface PostgresBusOptions {
  readonly url: string;
  readonly onFault: (error: unknown) => void;
}

export interface ClosableBus extends Bus {
  close(): Promise<void>;
}

/** News by notifications of the database, over a connection of its own that comes back by itself. */
export async function postgresBus({ url, onFault }: PostgresBusOptions): Promise<ClosableBus> {
  let client: pg.Client | undefined;
  let closed = false;
  let isBack = false;
  let again: NodeJS.Timeout | undefined;
  const inTurn = oneAtATime();
  const bus = sharedBus(
    {
      send: (news) =>
        inTurn(async () => {
          await client?.query('select pg_notify($1, $2)', [CHANNEL, news]);
        }),
    },
    onFault,
  );
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client(postgresOptions(url, 'news'));
    const lost = (error?: unknown): void => {
      if (client !== fresh && client !== undefined) return;
      client = undefined;
      if (closed || again) return;
      if (error) onFault(error);
      again = setTimeout(() => {
        again = undefined;
        connect().catch(lost);
      }, AGAIN);
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
    // What was told while nobody listened is read again.
    if (isBack) bus.wake();
    isBack = true;
  };
  await connect();
  return {
    publish: bus.publish,
    subscribe: bus.subscribe,
    subscribeAll: bus.subscribeAll,
    async close() {
      closed = true;
      clearTimeout(again);
      await client?.end();
    },
  };
}
