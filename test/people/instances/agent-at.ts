import type { SqlStore } from '../../../src/adapters/store/sql-store.ts';
import { account } from '../crash/account.ts';
import type { Answer, Listening, Service, StreamEvent } from './service.ts';

export interface WatchingAgent {
  /** All that the console's stream told; grows. */
  readonly told: readonly StreamEvent[];
  readonly listening: Listening;
  call(first: number, method: string, path: string, body?: object): Promise<Answer>;
  /** A conversation as the stream told of it last. */
  // biome-ignore lint/suspicious/noExplicitAny: the console knows its shape.
  latest(talk: string): any;
}

/** An agent who watches the desk from one instance; resumes at the other. */
export async function agentAt(
  first: number,
  name: string,
  { service, store }: { readonly service: Service; readonly store: SqlStore },
): Promise<WatchingAgent> {
  const { headers } = await account(store, name, new Date());
  const told: StreamEvent[] = [];
  const listening = service.listen(first, '/api/console/events', headers, (event) => told.push(event));
  const call = (nth: number, method: string, path: string, body?: object) =>
    service.ask(nth, method, `/api/console${path}`, { headers, ...(body && { body }) });
  const latest = (talk: string) => told.findLast(({ event, data }) => event === 'talk' && data.talk === talk)?.data;
  await call(first, 'POST', '/presence', { available: true, capacity: 3 });
  return { told, listening, call, latest };
}
