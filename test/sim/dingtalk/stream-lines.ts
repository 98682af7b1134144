import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SimRequest } from '../request.ts';
import type { Attempt } from './ctl.ts';
import type { Tickets } from './gateway-open.ts';
import type { FrameOptions } from './stream-frame.ts';
import { type StreamLine, streamLine } from './stream-line.ts';
import type { World } from './world.ts';

/** `live` gets messages; `leaving` was told to disconnect; `zombie` gets nothing and is not told; `closed` is gone. */
export type LineState = 'live' | 'leaving' | 'zombie' | 'closed';

/** A connection id, or all connections that are not closed. */
export type LineTarget = string | 'all';

/** After how long a connection that was told to disconnect is closed. */
const LEAVE_MS = 10_000;
const ECHO_MS = 1_000;

export interface StreamLines {
  readonly all: readonly StreamLine[];
  /** The frame goes to one live connection that subscribed to it, picked at random; `undefined`: there is none. */
  send(options: FrameOptions, within: number): Attempt | undefined;
  at(target?: LineTarget): readonly StreamLine[];
  disconnect(reason: string, target?: LineTarget): void;
  connected(count: number): Promise<void>;
  close(): void;
}

/** Takes WebSocket upgrades to /connect with a ticket; the fault plan applies to them as to any other call. */
export function streamLines(world: World, http: Server, { redeem }: Tickets): StreamLines {
  const { clock, random, record } = world;
  const all: StreamLine[] = [];
  const waiting = new Set<() => void>();
  const server = new WebSocketServer({ noServer: true });
  const live = (): StreamLine[] => all.filter(({ state }) => state === 'live');
  const at = (target?: LineTarget): StreamLine[] => {
    if (target === undefined) return live().slice(0, 1);
    return all.filter(({ id, state }) => state !== 'closed' && (target === 'all' || target === id));
  };

  http.on('upgrade', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    const url = new URL(message.url ?? '/', 'http://sim');
    const request: SimRequest = {
      method: 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: message.headers,
      body: Buffer.alloc(0),
      arrival: clock.now(),
    };
    record.log.push(request);
    socket.on('error', () => undefined);
    const fault = record.faults.take(request);
    if (fault === 'timeout') return;
    const refuse = (status: number, words: string): void => {
      request.status = status;
      socket.end(`HTTP/1.1 ${status} ${words}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    };
    if (fault === 'reset') socket.resetAndDestroy();
    else if (fault === 'http429') refuse(429, 'Too Many Requests');
    else if (fault) refuse(fault === 'tokenInvalid' ? 401 : 500, 'Refused');
    else {
      const subscriptions = request.path === '/connect' ? redeem(request.query.get('ticket')) : undefined;
      if (!subscriptions) return refuse(401, 'Unauthorized');
      request.status = 101;
      server.handleUpgrade(message, socket, head, (ws: WebSocket) => {
        all.push(streamLine(world, ws, subscriptions));
        for (const look of waiting) look();
      });
    }
  });

  return {
    all,
    send(options, within) {
      const able = live().filter((line) => line.hears(options.type, options.topic));
      return able.length === 0 ? undefined : random.pick(able).send(options, within);
    },
    at,
    disconnect(reason, target) {
      for (const line of at(target)) {
        line.send({ type: 'SYSTEM', topic: 'disconnect', data: JSON.stringify({ reason }) });
        line.mute('leaving', false);
        clock.after(LEAVE_MS, () => {
          line.ws.close();
          // A client that never answers the close frame is cut off.
          clock.after(ECHO_MS, () => line.ws.terminate());
        });
      }
    },
    connected: (count) =>
      new Promise((done) => {
        const look = (): void => {
          if (live().length < count) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    close() {
      for (const { ws } of all) ws.terminate();
      server.close();
    },
  };
}
