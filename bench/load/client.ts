import { Agent, request } from 'node:http';

/** An answer as it came: its body is not read, since some of them are compared byte for byte. */
export interface RawAnswer {
  readonly status: number;
  readonly body: string;
}

export interface Call {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: object | FormBody;
}

/** A form that is written already. */
export class FormBody {
  readonly type: string;
  readonly bytes: Buffer;

  constructor(type: string, bytes: Buffer) {
    this.type = type;
    this.bytes = bytes;
  }
}

/** Many people at once, over connections that stay open; what it costs itself is kept low. */
export interface LoadClient {
  /** Rejects where no answer comes. */
  send(method: string, path: string, call?: Call): Promise<RawAnswer>;
  close(): void;
}

export function loadClient(origin: string, sockets: number): LoadClient {
  const agent = new Agent({ keepAlive: true, maxSockets: sockets });
  const { hostname: host, port } = new URL(origin);
  return {
    send: (method, path, { token, headers, body } = {}) =>
      new Promise((resolve, reject) => {
        const form = body === undefined || body instanceof FormBody ? body : jsonOf(body);
        const sent = request({
          ...{ agent, host, port, method, path },
          headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }), ...(form && typed(form)) },
        });
        sent.once('error', reject);
        sent.once('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
          );
        });
        sent.end(form?.bytes);
      }),
    close: () => agent.destroy(),
  };
}

function jsonOf(body: object): FormBody {
  return new FormBody('application/json', Buffer.from(JSON.stringify(body)));
}

function typed({ type, bytes }: FormBody): Record<string, string | number> {
  return { 'content-type': type, 'content-length': bytes.length };
}
