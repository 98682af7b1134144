import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

export interface DeskAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Many people or agents at once, each with headers of their own, over connections that stay open. */
export interface DeskClient {
  post(path: string, body: object, headers: Readonly<Record<string, string>>): Promise<DeskAnswer>;
  close(): void;
}

export function deskClient(origin: string, sockets: number): DeskClient {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  return {
    async post(path, body, headers) {
      const text = JSON.stringify(body);
      const own = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const sent = request(origin + path, { agent, method: 'POST', headers: { ...own, ...headers } });
      sent.end(text);
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      return { status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
    },
    close: () => agent.destroy(),
  };
}
