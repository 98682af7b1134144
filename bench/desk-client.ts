import { loadClient } from './load/client.ts';

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
  const client = loadClient(origin, sockets);
  return {
    async post(path, body, headers) {
      const answer = await client.send('POST', path, { body, headers });
      return { status: answer.status, body: JSON.parse(answer.body) };
    },
    close: client.close,
  };
}
