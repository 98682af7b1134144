import Database from 'better-sqlite3';
import Fastify from 'fastify';
import type { Probe } from './interleave.ts';
import { keepAlive } from './keep-alive.ts';

/** The least that a service can do: a route of bare Fastify that stores one row, on disk before it answers. */
export async function bareRoute(
  file: string,
  text: (sample: number) => string,
): Promise<Probe & { close(): Promise<void> }> {
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
  const client = keepAlive(await app.listen({ port: 0, host: '127.0.0.1' }));
  return {
    ready: async (sample) => () => client.post('/said', { id: `turn-${sample}`, text: text(sample) }),
    async close() {
      client.close();
      await app.close();
      database.close();
    },
  };
}
