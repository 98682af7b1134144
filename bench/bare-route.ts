import Database from 'better-sqlite3';
import Fastify from 'fastify';
import type { Probe } from './interleave.ts';
import { keepAlive } from './keep-alive.ts';

/** A listening server. */
export interface Bare {
  readonly origin: string;
  close(): Promise<void>;
}

/** The least that a service can do: a route of bare Fastify, `POST /said`, that stores one row, on disk before it answers. */
export async function bareServer(file: string): Promise<Bare> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table said (id text primary key, text text not null)');
  const insert = database.prepare('insert into said (id, text) values (?, ?)');
  const app = Fastify();
  app.post<{ Body: { readonly id: string; readonly text: string } }>('/said', async ({ body }) => {
    insert.run(body.id, body.text);
    return { stored: true };
  });
  return {
    origin: await app.listen({ port: 0, host: '127.0.0.1' }),
    async close() {
      await app.close();
      database.close();
    },
  };
}

/** One message after the other to the bare route, over a socket that stays open. */
export async function bareRoute(
  file: string,
  text: (sample: number) => string,
): Promise<Probe & { close(): Promise<void> }> {
  const server = await bareServer(file);
  const client = keepAlive(server.origin);
  return {
    ready: async (sample) => () => client.post('/said', { id: `turn-${sample}`, text: text(sample) }),
    async close() {
      client.close();
      await server.close();
    },
  };
}
