import { Agent, request } from 'node:http';
import type { Line } from '../src/bot/message.ts';

/** People at a service, over connections that stay open; what it costs itself is kept low. */
export interface Client {
  /** The answer's JSON. Rejects where the status is not of the 200s. */
  call(method: string, path: string, body?: object, token?: string): Promise<unknown>;
  close(): void;
}

export function openClient(origin: string, sockets: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname: host, port } = new URL(origin);
  return {
    call: (method, path, body, token) =>
      new Promise((resolve, reject) => {
        const bytes = body && Buffer.from(JSON.stringify(body));
        const sent = request({
          ...{ agent, host, port, method, path },
          headers: {
            ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
          },
        });
        sent.once('error', reject);
        sent.once('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const { statusCode: status = 0 } = response;
            if (status >= 200 && status <= 299) resolve(JSON.parse(text));
            else reject(new Error(`${method} ${path} 得到 ${status}：${text.slice(0, 200)}`));
          });
        });
        sent.end(bytes);
      }),
    close: () => agent.destroy(),
  };
}

/** A conversation as its person holds it. */
export interface Talk {
  /** Gives the lines of the answer. */
  say(id: string, text: string): Promise<readonly Line[]>;
  /** All lines so far. */
  history(): Promise<readonly Line[]>;
}

export async function openTalk(client: Client): Promise<Talk> {
  const { talk, token } = (await client.call('POST', '/api/talks')) as { talk: string; token: string };
  const path = `/api/talks/${talk}/messages`;
  const linesOf = (answer: unknown) => (answer as { readonly messages: readonly Line[] }).messages;
  return {
    say: async (id, text) => linesOf(await client.call('POST', path, { id, text }, token)),
    history: async () => linesOf(await client.call('GET', path, undefined, token)),
  };
}
