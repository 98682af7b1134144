import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { writeAnswer } from './answer.ts';
import type { SimClock } from './clock.ts';
import { type FaultKind, type FaultPlan, faultPlan } from './faults.ts';
import type { SimAnswer, SimRequest, SimRoute } from './request.ts';

/** What was received and what is planned: shared by the servers of one platform. */
export interface SimRecord {
  readonly log: SimRequest[];
  /** What a caller did that the platform forbids. A test of a well-behaved caller expects it to be empty. */
  readonly violations: string[];
  readonly faults: FaultPlan;
}

export const simRecord = (): SimRecord => ({ log: [], violations: [], faults: faultPlan() });

export interface SimServerOptions {
  readonly clock: SimClock;
  /** `'POST /v1.0/robot/groupMessages/send'` → route. A key that ends in `*` takes everything that begins like it. */
  readonly routes: Readonly<Record<string, SimRoute>>;
  /** Looks at every call before its route: an answer ends the call here (IP limits, token checks). */
  readonly before?: (request: SimRequest) => SimAnswer | undefined;
  /** How the platform words a refused token and a rate limit. */
  readonly wording: (kind: 'tokenInvalid' | 'rateLimited', request: SimRequest) => SimAnswer;
  /** Given when several servers (hosts) make one platform. */
  readonly record?: SimRecord;
  /** Bytes of a body that are read; a longer one is answered 413. 32 MB if left out. */
  readonly cap?: number;
  /** Any free one if left out. */
  readonly port?: number;
}

export interface SimServer {
  /** `http://127.0.0.1:port`, no slash at the end. */
  readonly url: string;
  /** For a WebSocket upgrade. */
  readonly http: Server;
  readonly log: readonly SimRequest[];
  readonly violations: string[];
  readonly faults: FaultPlan;
  /** Cuts every connection, open calls included. */
  close(): Promise<void>;
}

const read = async (message: IncomingMessage, cap: number): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= cap) parts.push(part);
  }
  return length <= cap ? Buffer.concat(parts) : undefined;
};

const instead = (fault: FaultKind | undefined, options: SimServerOptions, request: SimRequest) => {
  if (fault === 'http500') return { status: 500, body: 'Internal Server Error' };
  if (fault === 'http429') return { status: 429, headers: { 'retry-after': '1' }, body: 'Too Many Requests' };
  if (fault === 'tokenInvalid' || fault === 'rateLimited') return options.wording(fault, request);
  return undefined;
};

/** A real HTTP server on 127.0.0.1 that records every call, applies the fault plan and routes the rest. */
export async function simServer(options: SimServerOptions): Promise<SimServer> {
  const { clock, routes, record = simRecord(), cap = 32 * 1024 * 1024, port = 0 } = options;
  const { log, violations, faults } = record;

  const route = ({ method, path }: SimRequest): SimRoute => {
    const line = `${method} ${path}`;
    const exact = routes[line];
    if (exact) return exact;
    const open = Object.keys(routes).find((key) => key.endsWith('*') && line.startsWith(key.slice(0, -1)));
    const found = open === undefined ? undefined : routes[open];
    return (
      found ??
      (() => {
        violations.push(`${line}: no such address`);
        return { status: 404, body: { code: 'NotFound', message: line } };
      })
    );
  };

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival = clock.now();
    const { pathname, searchParams } = new URL(message.url ?? '/', 'http://sim');
    const body = await read(message, cap);
    const request: SimRequest = {
      method: message.method ?? 'GET',
      path: pathname,
      query: searchParams,
      headers: message.headers,
      body: body ?? Buffer.alloc(0),
      arrival,
    };
    log.push(request);
    if (!body) return writeAnswer(clock, request, response, { status: 413 });
    const fault = faults.take(request);
    if (fault) request.fault = fault;
    if (fault === 'timeout') return;
    const answer = instead(fault, options, request) ?? options.before?.(request) ?? (await route(request)(request));
    if (!answer.delay) return writeAnswer(clock, request, response, answer);
    const callOff = clock.after(answer.delay, () => writeAnswer(clock, request, response, answer));
    response.once('close', callOff);
  };

  const http = createServer((message, response) => {
    serve(message, response).catch((error: Error) => {
      if (!message.complete) return;
      violations.push(`${message.method} ${message.url}: ${error.message}`);
      response.destroy();
    });
  });
  const sockets = new Set<Socket>();
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    http,
    log,
    violations,
    faults,
    async close() {
      if (!http.listening) return;
      const closed = once(http, 'close');
      http.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
