import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Account } from '../test/people/crash/account.ts';

/** An agent's event stream. */
export interface DeskStream {
  /** When the next event of this talk arrives, on the clock of `performance`; undefined where the stream ended before. */
  arrival(talk: string): Promise<number | undefined>;
  /** Bytes that came so far. */
  readonly bytes: number;
  close(): void;
}

/** Opens the stream, and resolves once its first event is there. Only what is waited for is read, so that 200 of them cost little. */
export async function deskStream(origin: string, { headers }: Account): Promise<DeskStream> {
  const sent = request(`${origin}/api/console/events`, { headers, agent: false });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`/api/console/events 得到 ${response.statusCode}`);
  const awaited = new Map<string, (at: number | undefined) => void>();
  let bytes = 0;
  let rest = '';
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (awaited.size === 0) {
      rest = '';
      return;
    }
    const at = performance.now();
    const blocks = (rest + chunk.toString('utf8')).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const talk = /event: talk\ndata: \{"talk":"([^"]+)"/.exec(block)?.[1];
      if (talk === undefined) continue;
      awaited.get(talk)?.(at);
      awaited.delete(talk);
    }
  });
  response.once('close', () => {
    for (const tell of awaited.values()) tell(undefined);
    awaited.clear();
  });
  await once(response, 'data');
  return {
    arrival: (talk) => new Promise((resolve) => awaited.set(talk, resolve)),
    get bytes() {
      return bytes;
    },
    close: () => response.destroy(),
  };
}
